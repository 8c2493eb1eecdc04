import { z } from "zod";
import { gateName } from "./gate-name";
import { gatePolicySchema } from "./policy";
import { gateVerdictNames } from "./verdict";

/** A verdict that a release got before on a cohort, and the terms it was judged by. */
export const earlierVerdictSchema = z.strictObject({
  verdict: z.enum(gateVerdictNames),
  /** Hashes of the cohort and of the baseline's outcomes; null: there was no baseline. */
  cohort: gateName,
  baseline: gateName.nullable(),
  policy: gatePolicySchema,
});
export type EarlierVerdict = Readonly<z.infer<typeof earlierVerdictSchema>>;
