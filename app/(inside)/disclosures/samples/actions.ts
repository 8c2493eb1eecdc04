"use server";

import { z } from "zod";
import { authorizeChange } from "@/lib/auth/authorize";
import { requiredStatuses } from "@/lib/domain/case/case-disclosure";
import { reviewReasonMax } from "@/lib/domain/quality/disclosure-review";
import { sampleMax, secondDecisions, signOffNoteMax } from "@/lib/domain/quality/review-sample";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { rawParams } from "@/lib/format/address/raw-params";
import { samplesCodec } from "@/lib/pages/disclosures/samples/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { mutate } from "../../../mutate";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";

const draw = z.strictObject({
  /** The query of the page, as an address has it. */
  search: z.string().max(6000),
  random: z.number().int().min(0).max(sampleMax.random),
  risk: z.number().int().min(0).max(sampleMax.risk),
  /** The share of them for a second review, in per cent. */
  second: z.number().int().min(0).max(100),
});

/** Draws a sample of findings. @param input the filter, and how many of each part */
export async function drawSample(input: unknown): Promise<MutationOutcome> {
  const authorized = await authorizeChange("sign-off");
  if (!authorized.isAllowed) return refused("not-allowed", authorized.sentence);
  const parsed = draw.safeParse(input);
  if (!parsed.success) {
    const sentence = `Write whole numbers: up to ${String(sampleMax.random)} at random, ${String(sampleMax.risk)} by risk, and 100 % for a second review.`;
    return refused("invalid-input", sentence);
  }
  const { search, random, risk, second } = parsed.data;
  const { viewer } = authorized;
  const { name, path, asOfUs } = await shownWorkspace();
  const { query } = samplesCodec.parse(rawParams(search));
  const read = await readOrReport("a sample", () =>
    askReader("drawFindings", name, { path, scope: viewer.scope }, query, asOfUs, {
      ...{ random, risk, second: second / 100, seed: newSeed() },
    }),
  );
  if (!read.isRead) {
    return refused("busy", `The sample could not be drawn (request ${read.requestId}). Try again.`);
  }
  const sample = read.value;
  return mutate("sign-off", draw, input, (_given, { actor }) => ({
    kind: "sample-drawn",
    sample,
    actor,
  }));
}

const signOff = z.strictObject({
  id: z.number().int().positive(),
  note: z.string().max(signOffNoteMax),
  after: z.number().int().positive().nullable(),
});

/** Signs a sample off. @param input its key, a note, and the latest sign-off that the page showed */
export async function signOffSample(input: unknown): Promise<MutationOutcome> {
  const authorized = await authorizeChange("sign-off");
  if (!authorized.isAllowed) return refused("not-allowed", authorized.sentence);
  const parsed = signOff.safeParse(input);
  if (!parsed.success) return refused("invalid-input", "Load the page again, then sign it off.");
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("a period", () =>
    askReader("countPeriodOf", { path, scope: authorized.viewer.scope }, parsed.data.id, asOfUs),
  );
  if (!read.isRead) {
    return refused("busy", `It could not be counted (request ${read.requestId}). Try again.`);
  }
  const period = read.value;
  if (period === null) return refused("not-found", "There is no such sample.");
  return mutate("sign-off", signOff, input, (given, { actor }) => ({
    kind: "sample-signed-off",
    ...{ actor, period },
    ...given,
  }));
}

const secondReview = z.strictObject({
  id: z.number().int().positive(),
  position: z.number().int().nonnegative(),
  caseId: z.string().min(1).max(2000),
  rule: z.string().min(1).max(200),
  version: z.number().int().positive(),
  status: z.enum(requiredStatuses),
  decision: z.enum(secondDecisions),
  reason: z.string().max(reviewReasonMax),
});

/** Stores the second review of a finding of a sample. @param input the finding as it was shown, and the decision */
export async function reviewSecond(input: unknown): Promise<MutationOutcome> {
  return mutate("review", secondReview, input, (given, { actor }) => ({
    kind: "finding-second-reviewed",
    actor,
    ...given,
  }));
}

/** A whole number below 2^31, written in the record of the sample. */
function newSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1;
}

function refused(
  code: "not-allowed" | "not-found" | "invalid-input" | "busy",
  sentence: string,
): MutationOutcome {
  return { isDone: false, code, sentence };
}
