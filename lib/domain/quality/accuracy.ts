import { z } from "zod";

const share = z.number().nullable();

const figureSchema = z.object({
  /** "AUC", "recall"… */
  name: z.string(),
  value: share,
  /** The middle 95 % of the bootstrap. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  /** The same after the masking that the pages' words went through. */
  masked: share,
  must: share,
  goal: share,
});

const setSchema = z.object({
  dataSet: z.string(),
  /** The label in plain words. */
  label: z.string(),
  rows: z.number(),
  /** How many groups were left out in turn. */
  groups: z.number(),
  /** The share of rows that got a score. */
  scoredShare: z.number(),
  figures: z.array(figureSchema),
  /** What scorers that know nothing reach. */
  beside: z.array(
    z.object({
      scorer: z.string(),
      figures: z.array(z.object({ name: z.string(), value: share })),
    }),
  ),
  /** The first figure by group that was left out; empty where there are many. */
  byGroup: z.array(z.object({ group: z.string(), rows: z.number(), value: share })),
  /** Ten bins of the probability: what was said, and how often it was so. */
  calibration: z.array(z.object({ rows: z.number(), said: share, true: share })),
});

const aboutSchema = z.object({
  task: z.string(),
  /** The sets it learned from or is measured on, with their licences. */
  data: z.string(),
  method: z.string(),
  weaknesses: z.string(),
});

/** How accurate each evaluator was on labels other people made; an evaluator that is not in it was not measured. */
export const accuracySchema = z.record(
  z.string(),
  z.object({ about: aboutSchema, sets: z.array(setSchema) }),
);

export type MeasuredFigure = Readonly<z.infer<typeof figureSchema>>;
export type AccuracyOfSet = z.infer<typeof setSchema>;
export type CalibrationBin = AccuracyOfSet["calibration"][number];
/** What a model's card says in words. */
export type AboutEvaluator = Readonly<z.infer<typeof aboutSchema>>;
export type EvaluatorAccuracy = z.infer<typeof accuracySchema>[string];
