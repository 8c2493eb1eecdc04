import type { JudgedCase } from "@/lib/cases/labels/find-evaluator-answer";
import { evaluators } from "./registry";

/** A stored case with everything that can be labelled in it: its scores and extracted findings. */
export function judgedCase({
  derived,
  knowledge,
}: Pick<JudgedCase, "derived" | "knowledge">): JudgedCase {
  return { derived, knowledge, versionOf };
}

/** @returns 1 for an evaluator that does not run on cases */
function versionOf(evaluator: string): number {
  return evaluators.find(({ name }) => name === evaluator)?.version ?? 1;
}
