import type { JudgedCase } from "@/lib/cases/labels/find-said";
import type { DerivedCase } from "@/lib/domain/case";
import type { Settings } from "@/lib/domain/settings";
import { findHandoffFacts } from "./facts/find-handoff-facts";
import { findPromises } from "./promises/find-promises";
import { evaluators } from "./registry";

/** A stored case with all that may be labelled in it: its scores, and what is read out of it when it is opened. */
export function judgedCase(derived: DerivedCase, settings: Settings): JudgedCase {
  return {
    derived,
    knowledge: {
      promises: findPromises(derived, settings),
      handoffFacts: findHandoffFacts(derived),
    },
    versionOf,
  };
}

/** @returns 1 for an evaluator that runs on no case by itself */
function versionOf(evaluator: string): number {
  return evaluators.find(({ name }) => name === evaluator)?.version ?? 1;
}
