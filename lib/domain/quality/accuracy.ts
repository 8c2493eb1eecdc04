import { z } from "zod";

const share = z.number().nullable();

const figureSchema = z.object({
  /** "AUC", "recall"… */
  name: z.string(),
  value: share,
  /** The middle 95 % of the bootstrap. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  masked: share,
  must: share,
  goal: share,
  /** Printed beside verdicts: it is of verdicts as they are given, never of hints. */
  isPrinted: z.boolean(),
});

const setSchema = z.object({
  dataSet: z.string(),
  label: z.string(),
  /** What of the evaluator was measured: "contacts with AI agents". */
  path: z.string(),
  /** Whether that is what gives its verdicts; else a part of it, whose accuracy is not theirs. */
  isOfVerdicts: z.boolean(),
  rows: z.number(),
  /** Number of groups left out in turn. */
  groups: z.number(),
  scoredShare: z.number(),
  figures: z.array(figureSchema),
  /** Baselines without knowledge of the label. */
  beside: z.array(
    z.object({
      scorer: z.string(),
      figures: z.array(z.object({ name: z.string(), value: share })),
    }),
  ),
  /** The first figure by left-out group; empty if there are many. */
  byGroup: z.array(z.object({ group: z.string(), rows: z.number(), value: share })),
  /** Ten bins of the probability of what was scored, without hints: mean prediction and observed frequency. */
  calibration: z.array(z.object({ rows: z.number(), said: share, true: share })),
});

const aboutSchema = z.object({
  task: z.string(),
  /** Training and test sets with their licences. */
  data: z.string(),
  method: z.string(),
  weaknesses: z.string(),
});

/** Each evaluator's measured accuracy on public labels; a missing evaluator was not measured. */
export const accuracySchema = z.record(
  z.string(),
  z.object({ about: aboutSchema, sets: z.array(setSchema) }),
);

export type MeasuredFigure = Readonly<z.infer<typeof figureSchema>>;
export type AccuracyOfSet = z.infer<typeof setSchema>;
export type CalibrationBin = AccuracyOfSet["calibration"][number];
/** The texts of a model card. */
export type AboutEvaluator = Readonly<z.infer<typeof aboutSchema>>;
export type EvaluatorAccuracy = z.infer<typeof accuracySchema>[string];
