import { parentPort, workerData } from "node:worker_threads";
import type { CaseToJudge } from "@/lib/domain/case/case";
import { suggestedPersona } from "@/lib/domain/settings/persona-contract";
import { defaultSettings, type EvaluationSettings } from "@/lib/domain/settings/settings";
import { evaluators } from "@/lib/evaluators/registry";
import { runEvaluators } from "@/lib/evaluators/run-evaluators";
import type { EvaluatorTimes } from "./evaluators";

/** Thread that times the evaluators on the cases it is given, with an approved persona contract so that none is skipped. */
const settings: EvaluationSettings = {
  ...defaultSettings,
  persona: { ...suggestedPersona, version: 1, approval: { atUs: 0, by: "benchmark" } },
};

const cases = workerData as readonly CaseToJudge[];
/** A thread derives case after case: the first time compiles, the others tell what a further case costs. */
const roundsTogether = 5;
const [, ...compiled] = Array.from({ length: roundsTogether }, () => time(evaluators));
// After them, since each time begins with a collection of garbage, and those discard what is not in use.
const alone = evaluators.map((each): [string, number] => [each.name, time([each])]);
const times: EvaluatorTimes = {
  together: Math.min(...compiled),
  alone: Object.fromEntries(alone),
};
parentPort?.postMessage(times);

function time(some: typeof evaluators): number {
  // Memoised results belong to an object: copies start without any.
  const fresh = structuredClone(cases);
  globalThis.gc?.();
  const startMs = performance.now();
  for (const assembled of fresh) runEvaluators(assembled, some, settings);
  return performance.now() - startMs;
}
