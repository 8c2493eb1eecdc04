import { z } from "zod";
import { channels } from "../trace/channel";
import { gateName } from "./gate-name";

/** What one evaluator said of one replay of an item. */
const runOutcomeSchema = z.strictObject({
  item: gateName,
  /** Tells the replays of one item apart. */
  repeat: z.int(),
  /** Null: not scored, and `error` says why. */
  score: z.number().min(0).max(1).nullable(),
  error: gateName.nullable(),
  /** Null where the replay failed before anything could be scored. */
  evaluator: gateName.nullable(),
  version: gateName.nullable(),
  /** The channels that the replay went over; null: not stated. */
  channels: z.array(z.enum(channels)).nullable(),
  /** Codes of critical failures, such as "pii_leak". */
  critical: z.array(gateName),
});
export type RunOutcome = Readonly<z.infer<typeof runOutcomeSchema>>;

export const runSchema = z.strictObject({
  release: gateName,
  /** The hash of the cohort that was replayed, if the run states it. */
  cohort: gateName.nullable(),
  outcomes: z.array(runOutcomeSchema),
});
/** A cohort replayed on a release; outcomes by item, repeat and evaluator, each once. */
export type Run = Readonly<z.infer<typeof runSchema>>;

export const repeatedRunSchema = z.strictObject({
  release: gateName,
  /** Cases whose repeats disagree, of those that were scored more than once. */
  hits: z.int(),
  of: z.int(),
});
/** How an earlier run that repeated the cohort's cases came out. */
export type RepeatedRun = Readonly<z.infer<typeof repeatedRunSchema>>;

/** A person's answer to whether a conversation was resolved, beside the evaluator's score of it. */
export const gateLabelSchema = z.strictObject({
  id: gateName,
  resolved: z.boolean(),
  score: z.number().min(0).max(1),
  evaluator: gateName,
  version: gateName,
});
export type GateLabel = Readonly<z.infer<typeof gateLabelSchema>>;

export const labelSourceSchema = z.strictObject({
  /** When the labelled cases were opened, microseconds since 1970; null: there are none. */
  openedUs: z.tuple([z.number(), z.number()]).nullable(),
  /** Scores that people labelled and that are no label of the gate's: their labels contradict each other in even numbers… */
  disputed: z.int(),
  /** …or say neither yes nor no, or of what has no score or no longer is there. */
  incomparable: z.int(),
});
/** Labels that people gave on a workspace's own cases. */
export type LabelSource = Readonly<z.infer<typeof labelSourceSchema>>;
