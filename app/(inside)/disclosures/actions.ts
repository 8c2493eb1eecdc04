"use server";

import { z } from "zod";
import { requiredStatuses } from "@/lib/domain/case/case-disclosure";
import { reviewDecisions, reviewReasonMax } from "@/lib/domain/quality/disclosure-review";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { mutate } from "../../mutate";

const review = z.strictObject({
  caseId: z.string().min(1).max(2000),
  ordinal: z.number().int().nonnegative(),
  rule: z.string().min(1).max(200),
  version: z.number().int().positive(),
  status: z.enum(requiredStatuses),
  decision: z.enum(reviewDecisions),
  reason: z.string().max(reviewReasonMax),
});

/** Decides on a finding of a disclosure rule. @param input the finding as it was shown, the decision and a reason */
export async function reviewFinding(input: unknown): Promise<MutationOutcome> {
  return mutate("review", review, input, (decided, { actor }) => ({
    kind: "disclosure-reviewed",
    actor,
    ...decided,
  }));
}
