import type { JudgedCase } from "@/lib/cases/labels/find-said";
import { evaluators } from "./registry";

/** A stored case with all that may be labelled in it: its scores, and what was found in its words. */
export function judgedCase({
  derived,
  knowledge,
}: Pick<JudgedCase, "derived" | "knowledge">): JudgedCase {
  return { derived, knowledge, versionOf };
}

/** @returns 1 for an evaluator that runs on no case by itself */
function versionOf(evaluator: string): number {
  return evaluators.find(({ name }) => name === evaluator)?.version ?? 1;
}
