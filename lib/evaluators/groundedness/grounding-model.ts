import { z } from "zod";
import { calibrated } from "@/lib/learning/calibrate";
import { rarityListSchema } from "./rarity";

/** What is fitted: how rare words are, each figure's weight (never below 0), how the sum is read. */
export const groundingModelSchema = z.object({
  weights: z.array(z.number()),
  calibration: z.object({ slope: z.number(), intercept: z.number() }),
  rarity: rarityListSchema,
});
export type GroundingModel = z.infer<typeof groundingModelSchema>;

/** The probability that sources support all that an answer says. @param figures as `judgeAnswer` gives them */
export function groundedProbability(
  figures: readonly number[],
  { weights, calibration }: Pick<GroundingModel, "weights" | "calibration">,
): number {
  return calibrated(calibration, weightedSum(figures, weights));
}

/** The sum that a calibration reads. */
export function weightedSum(figures: readonly number[], weights: readonly number[]): number {
  return figures.reduce((sum, figure, at) => sum + figure * (weights[at] ?? 0), 0);
}
