import { z } from "zod";
import { calibrated } from "@/lib/learning/calibrate";
import { rarityListSchema } from "./rarity";

/** Fitted parameters: word rarity (IDF), a non-negative weight per figure, and the calibration of the sum. */
export const groundingModelSchema = z.object({
  weights: z.array(z.number()),
  calibration: z.object({ slope: z.number(), intercept: z.number() }),
  rarity: rarityListSchema,
});
export type GroundingModel = z.infer<typeof groundingModelSchema>;

/**
 * Probability that the sources support the whole answer.
 * @param figures from `judgeAnswer`
 */
export function groundedProbability(
  figures: readonly number[],
  { weights, calibration }: Pick<GroundingModel, "weights" | "calibration">,
): number {
  return calibrated(calibration, weightedSum(figures, weights));
}

/** The sum that the calibration maps to a probability. */
export function weightedSum(figures: readonly number[], weights: readonly number[]): number {
  return figures.reduce((sum, figure, at) => sum + figure * (weights[at] ?? 0), 0);
}
