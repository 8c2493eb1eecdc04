import { z } from "zod";
import type { Channel } from "../trace/channel";
import type { Risk } from "../trace/identity";

/** A production case that a cohort may be drawn of. */
export type CohortCandidate = {
  readonly caseId: string;
  /** The customer; null: not known. */
  readonly cluster: string | null;
  readonly channels: readonly Channel[];
  /** Channels of the touchpoints in order, as the facet has them: "chat>voice". */
  readonly channelPath: string;
  readonly intent: string | null;
  readonly risk: Risk | null;
  readonly openedUs: number;
};

/** What cases are alike in that are of one stratum. */
export const stratumDimensions = ["intent", "channelPath", "risk"] as const;
export type StratumDimension = (typeof stratumDimensions)[number];

/** How a cohort is drawn: the same request draws the same cases of the same candidates. */
export const drawRequestSchema = z.strictObject({
  /**
   * `stratified`: of each stratum in proportion to its cases; paths too rare for one case are one stratum. `risk_based`: the same, but a case of high risk counts
   * four times and one of medium risk twice; strata are of one risk then.
   */
  method: z.enum(["stratified", "risk_based"]),
  size: z.int().min(1).max(10_000),
  /** A whole number. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  by: z.array(z.enum(stratumDimensions)).min(1),
  /** The share that should go over two channels or more, where there are enough; null: as they come. */
  crossChannelShare: z.number().min(0).max(1).nullable(),
});
export type DrawRequest = Readonly<z.infer<typeof drawRequestSchema>>;

export type CohortDraw = {
  readonly request: DrawRequest;
  /** What its strata are by, in their order. */
  readonly by: readonly StratumDimension[];
  /** Of how many candidates, of them over two channels or more, and opened from when to when; null: of none. */
  readonly population: number;
  readonly crossChannelPopulation: number;
  readonly openedUs: readonly [first: number, last: number] | null;
  /** By id. */
  readonly drawn: readonly { readonly candidate: CohortCandidate; readonly stratum: string }[];
  /** Drawn ones that go over two channels or more, and how many the request wished for; null: no wish. */
  readonly crossChannel: number;
  readonly crossChannelWish: number | null;
  /** By name, also those that nothing was drawn of. */
  readonly strata: readonly {
    readonly stratum: string;
    readonly population: number;
    readonly drawn: number;
  }[];
};
