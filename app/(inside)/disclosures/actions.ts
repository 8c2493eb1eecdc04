"use server";

import { z } from "zod";
import { requiredStatuses } from "@/lib/domain/case/case-disclosure";
import { alikeMax, reviewDecisions, reviewReasonMax } from "@/lib/domain/quality/disclosure-review";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { mutate } from "../../mutate";

const finding = {
  caseId: z.string().min(1).max(2000),
  ordinal: z.number().int().nonnegative(),
  rule: z.string().min(1).max(200),
  version: z.number().int().positive(),
  status: z.enum(requiredStatuses),
  after: z.number().int().positive().nullable(),
};
const decision = {
  decision: z.enum(reviewDecisions),
  reason: z.string().max(reviewReasonMax),
};
const reviewOfOne = z.strictObject({ ...finding, ...decision });
const reviewOfAll = z.strictObject({
  findings: z
    .array(z.strictObject(finding))
    .min(1)
    .max(alikeMax + 1),
  ...decision,
});

/**
 * Decides on a finding of a disclosure rule, and on those that were listed as identical to it: each is a change with an
 * audit row of its own, and the first refusal ends it.
 * @param input the findings as they were shown, the decision and a reason
 */
export async function reviewFindings(input: unknown): Promise<MutationOutcome> {
  const parsed = reviewOfAll.safeParse(input);
  if (!parsed.success) return reviewFinding(input);
  const { findings, ...rest } = parsed.data;
  let outcome: MutationOutcome | null = null;
  for (const [done, target] of findings.entries()) {
    outcome = await reviewFinding({ ...target, ...rest });
    if (outcome.isDone) continue;
    const count = `${String(done)} of ${String(findings.length)} are decided.`;
    return done === 0 ? outcome : { ...outcome, sentence: `${count} ${outcome.sentence}` };
  }
  return outcome ?? reviewFinding(input);
}

async function reviewFinding(input: unknown): Promise<MutationOutcome> {
  return mutate("review", reviewOfOne, input, (decided, { actor }) => ({
    kind: "disclosure-reviewed",
    actor,
    ...decided,
  }));
}
