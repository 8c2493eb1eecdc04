import type { CohortItem } from "@/lib/domain/gate/cohort";
import { dayUs, minuteUs } from "../calendar";
import { createChance } from "../chance";
import type { DemoSeed } from "../demo-export";
import type { DemoCase } from "../model";
import { toRequest, type OtlpRequest } from "../write/otlp";
import { writeCase } from "../write/write-case";
import { describeItem } from "./describe-item";
import { planCohort, type CohortCase } from "./plan-cohort";
import { playReplay, type ReplayedRelease } from "./play-replay";

/** The name of the demo's sample cohort. */
export const demoCohort = "golden-200";

/**
 * The release that serves the demo's customers at its end, and the one that shall follow it. The candidate takes each
 * contact on its own: on the phone it no longer knows what was promised in chat, and does all else as before.
 */
export const demoBaseline: ReplayedRelease = {
  ...{ release: "2026.22", promptVersion: "v8", isCandidate: false },
};
export const demoCandidate: ReplayedRelease = {
  ...{ release: "2026.23", promptVersion: "v9", isCandidate: true },
};

export type DemoReplays = {
  readonly items: readonly CohortItem[];
  /** OTLP/JSON requests of both runs. @param cohort the hash of the frozen cohort, or its name */
  readonly requestsOf: (cohort: string) => readonly OtlpRequest[];
};

/** Generates the demo's sample cohort, and a run of it on each of two releases. */
export function demoReplays({ seed, endUs }: DemoSeed): DemoReplays {
  const plan = planCohort();
  const play = (index: number, item: CohortCase, release: ReplayedRelease, fromUs: number) =>
    playReplay(item, seed + index, release, fromUs + index * minuteUs);
  const runs = [
    { release: demoBaseline, fromUs: endUs - 8 * dayUs },
    { release: demoCandidate, fromUs: endUs - 2 * dayUs },
  ];
  return {
    items: plan.map((item, index) =>
      describeItem(item, play(index, item, demoBaseline, endUs - 8 * dayUs), index),
    ),
    requestsOf: (cohort) =>
      runs.flatMap(({ release, fromUs }) => {
        const ids = createChance(seed).fork(`replays ${release.release}`);
        return plan.map((item, index) => {
          const stated = {
            "throughline.run": `${release.release}-${demoCohort}`,
            "throughline.cohort": cohort,
            "throughline.cohort.item": item.id,
          };
          return requestOf(play(index, item, release, fromUs), stated, ids);
        });
      }),
  };
}

/** All of a replay in one request. */
function requestOf(
  replay: DemoCase,
  stated: Readonly<Record<string, string>>,
  ids: Parameters<typeof writeCase>[1],
): OtlpRequest {
  const resourceSpans = writeCase(replay, ids).flatMap(({ batch }) => {
    const resource = { ...batch.resource, ...stated };
    return toRequest({ ...batch, resource }).resourceSpans;
  });
  return { resourceSpans };
}
