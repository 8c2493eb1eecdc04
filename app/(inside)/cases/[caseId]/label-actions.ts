"use server";

import { z } from "zod";
import { labelWords, reasonLengthMax } from "@/lib/domain/quality/label";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { mutate } from "../../../mutate";

const ordinal = z.number().int().nonnegative();
const id = z.number().int().positive();
const words = { message: ordinal, start: ordinal, end: ordinal };
const place = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("case") }),
  z.strictObject({ kind: z.literal("interaction"), ordinal }),
  z.strictObject({ kind: z.literal("handoff"), ordinal }),
  z.strictObject({ kind: z.literal("message"), ordinal }),
  z.strictObject({
    kind: z.literal("span"),
    span: z.templateLiteral([
      z.string().regex(/[\w-]{1,64}/),
      "/",
      z.string().regex(/[\w-]{1,64}/),
    ]),
  }),
  z.strictObject({ kind: z.literal("promise"), ...words }),
  z.strictObject({ kind: z.literal("fact"), handoff: ordinal, ...words }),
]);
const answer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["right", "wrong"]) }),
  z.strictObject({ kind: z.literal("should-be-value"), value: z.number().min(0).max(1) }),
  z.strictObject({ kind: z.literal("should-be-word"), word: z.enum(labelWords) }),
]);
const labelInput = z.strictObject({
  caseId: z.string().min(1).max(2000),
  mark: z.number().int(),
  place,
  evaluator: z.string().max(200),
  answer,
  reason: z.string().max(reasonLengthMax),
});

/** Labels a score: right, wrong, or the right value. */
export async function giveLabel(input: unknown): Promise<MutationOutcome> {
  return mutate("label", labelInput, input, (label, { actor }) => ({
    kind: "label-given",
    actor,
    ...label,
  }));
}

/** Withdraws the viewer's own label. */
export async function withdrawLabel(input: unknown): Promise<MutationOutcome> {
  return mutate("label", id, input, (label, { actor }) => ({
    kind: "label-withdrawn",
    actor,
    id: label,
  }));
}
