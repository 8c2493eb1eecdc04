import { z } from "zod";
import { bytesOfBase64 } from "./bytes-of-base64";
import type { LinearModel } from "./linear-model";

/** A stored linear model: one signed byte per weight, in base64. */
export const storedModelSchema = z.object({
  intercept: z.number(),
  /** Value of a byte of 1. */
  step: z.number(),
  weights: z.base64(),
});
export type StoredModel = z.infer<typeof storedModelSchema>;

/** Rounds a model's weights to bytes; deterministic. */
export function quantise({ intercept, weights }: LinearModel): StoredModel {
  let most = 0;
  for (let index = 0; index < weights.length; index += 1) {
    most = Math.max(most, Math.abs(weights[index] ?? 0));
  }
  const step = Number((most / 127).toPrecision(9));
  const bytes = Int8Array.from(weights, (weight) => (step === 0 ? 0 : Math.round(weight / step)));
  return { intercept: Number(intercept.toPrecision(9)), step, weights: toBase64(bytes) };
}

/**
 * Reads a stored model.
 * @throws if it is invalid
 */
export function readModel(stored: unknown): LinearModel {
  const { intercept, step, weights } = readSteps(stored);
  const scaled = Float32Array.from(weights);
  for (let index = 0; index < scaled.length; index += 1)
    scaled[index] = (weights[index] ?? 0) * step;
  return { intercept, weights: scaled };
}

/**
 * Reads a stored model without converting bytes to weights: a quarter of the memory.
 * @throws if it is invalid
 */
export function readSteps(stored: unknown): {
  readonly intercept: number;
  readonly step: number;
  readonly weights: Int8Array;
} {
  const { intercept, step, weights } = storedModelSchema.parse(stored);
  return { intercept, step, weights: new Int8Array(bytesOfBase64(weights).buffer) };
}

function toBase64(bytes: Int8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte & 0xff);
  return btoa(text);
}
