import { z } from "zod";
import { earlierVerdictSchema } from "./earlier-verdict";
import { gateName } from "./gate-name";
import { judgedCohortSchema } from "./judged-cohort";
import { gatePolicySchema } from "./policy";
import { gateLabelSchema, labelSourceSchema, repeatedRunSchema, runSchema } from "./run";

/** All that a verdict is a function of. */
export const gateInputSchema = z.strictObject({
  cohort: judgedCohortSchema,
  candidate: runSchema,
  baseline: runSchema.nullable(),
  /** By id. */
  labels: z.array(gateLabelSchema),
  /** Null: the labels are of a file, or there are none. */
  labelSource: labelSourceSchema.nullable(),
  /** What is known of the flip rate where the candidate ran each case once; null: nothing is. */
  repeatedRun: repeatedRunSchema.nullable(),
  policy: gatePolicySchema,
  /** Hashes of the outcomes that this release was judged by on this cohort before, first to last, each once. */
  earlierAttempts: z.array(gateName),
  /** What it got there before by another policy, version of the cohort or baseline, first to last. */
  judgedOtherwise: z.array(earlierVerdictSchema),
});
export type GateInput = Readonly<z.infer<typeof gateInputSchema>>;

/** What is judged, without what was judged before. */
export type GateSubject = Omit<GateInput, "earlierAttempts" | "judgedOtherwise">;
