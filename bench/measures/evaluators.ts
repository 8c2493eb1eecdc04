import type { CaseToJudge } from "@/lib/domain/case/case";
import { suggestedPersona } from "@/lib/domain/settings/persona-contract";
import { defaultSettings, type EvaluationSettings } from "@/lib/domain/settings/settings";
import { evaluators } from "@/lib/evaluators/registry";
import { runEvaluators } from "@/lib/evaluators/run-evaluators";

/** Milliseconds over all cases, on one core. */
export type EvaluatorTimes = {
  readonly together: number;
  /** By name, each without caches shared with others. */
  readonly alone: Readonly<Record<string, number>>;
};

/** Times the registered evaluators, with an approved persona contract so that none is skipped. */
export function timeEvaluators(cases: readonly CaseToJudge[]): EvaluatorTimes {
  const time = (some: typeof evaluators): number => {
    // Memoised results belong to an object: copies start without any.
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
