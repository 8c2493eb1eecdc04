import type { CaseToJudge } from "@/lib/domain/case/case";
import { suggestedPersona } from "@/lib/domain/settings/persona-contract";
import { defaultSettings, type EvaluationSettings } from "@/lib/domain/settings/settings";
import { evaluators } from "@/lib/evaluators/registry";
import { runEvaluators } from "@/lib/evaluators/run-evaluators";

/** Milliseconds over all cases, on one core. */
export type EvaluatorTimes = {
  readonly together: number;
  /** By name, each by itself: what several of them read in a message each then reads for itself. */
  readonly alone: Readonly<Record<string, number>>;
};

/** Times the registered evaluators over cases, with a persona contract approved so that none has it easy. */
export function timeEvaluators(cases: readonly CaseToJudge[]): EvaluatorTimes {
  const time = (some: typeof evaluators): number => {
    // What is remembered of a message is remembered of that object: nobody finds another's work done.
    const fresh = structuredClone(cases);
    globalThis.gc?.();
    const startMs = performance.now();
    for (const assembled of fresh) runEvaluators(assembled, some, settings);
    return performance.now() - startMs;
  };
  const alone = evaluators.map((each): [string, number] => [each.name, time([each])]);
  return { together: time(evaluators), alone: Object.fromEntries(alone) };
}

const settings: EvaluationSettings = {
  ...defaultSettings,
  persona: { ...suggestedPersona, version: 1, approval: { atUs: 0, by: "benchmark" } },
};
