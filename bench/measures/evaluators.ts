import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { CaseToJudge } from "@/lib/domain/case/case";

/** Milliseconds over all cases, on one core. */
export type EvaluatorTimes = {
  readonly together: number;
  /** By name, each without caches shared with others. */
  readonly alone: Readonly<Record<string, number>>;
};

/**
 * Times the registered evaluators on a thread of their own, as the product derives: beside the patterns of masking, V8
 * would compile theirs without optimising them.
 */
export async function timeEvaluators(cases: readonly CaseToJudge[]): Promise<EvaluatorTimes> {
  const thread = new Worker(new URL("bench-evaluators.mjs", import.meta.url), {
    workerData: cases,
  });
  const [times] = (await once(thread, "message")) as [EvaluatorTimes];
  await thread.terminate();
  return times;
}
