import { z } from "zod";
import { gateName } from "./gate-name";

const share = z.number().min(0).max(1);

/** What a team asks of a release. */
export const gatePolicySchema = z.strictObject({
  /** The evaluator whose scores count; null: the only one of the run. */
  metric: gateName.nullable(),
  scope: z.enum(["cross_channel", "all"]),
  /** Least share of resolved items. */
  minimum: share.nullable(),
  /** The candidate must be shown to be worse by less than this share. */
  nonInferiorityMargin: z.number().gt(0).lt(1).nullable(),
  /** Least share by stratum. */
  strata: z.record(z.string(), share),
  newCriticalFailures: z.enum(["block", "report"]),
  /** What a pass that is not proven does. */
  notProven: z.enum(["allow", "sign_off", "block"]),
  baseline: z.enum(["optional", "required"]),
  /** Least number of replays of an item. */
  repeats: z
    .int()
    .min(1)
    .refine((count) => count % 2 === 1, "must be odd: a majority decides"),
  /** The hash that the cohort must have; null: any. */
  cohort: gateName.nullable(),
});
export type GatePolicy = Readonly<z.infer<typeof gatePolicySchema>>;
