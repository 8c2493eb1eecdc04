import { DomainError } from "@/lib/domain/domain-error";
import { isBlank } from "@/lib/domain/is-blank";
import {
  isPending,
  needsReason,
  reviewReasonMax,
  type ReviewChange,
} from "@/lib/domain/quality/disclosure-review";
import type { ChangeAnswer } from "@/lib/domain/settings/workspace-change";
import { readCase } from "@/lib/store/cases/read-case";
import { addReview, readReviews } from "@/lib/store/decisions/disclosure-reviews";
import type { CaseChangeContext } from "./apply-case-change";
import { requireCase } from "./require-case";

/**
 * Stores a decision on a finding, in one transaction.
 * @throws DomainError with a sentence for the user: no reason, no longer the finding that was shown, or theirs to be
 *   decided by somebody else
 */
export const reviewChangeAppliers = {
  "disclosure-reviewed": async (
    context: CaseChangeContext,
    change: ReviewChange,
  ): Promise<ChangeAnswer> => {
    const { db, nowUs, mask } = context;
    const { caseId, ordinal, rule, version, status, decision, actor } = change;
    const reason = mask(change.reason.trim());
    if (needsReason[decision] && isBlank(reason)) {
      throw new DomainError("invalid-input", "Say in a few words why.");
    }
    // Masking can lengthen the text.
    if (reason.length > 2 * reviewReasonMax) {
      throw new DomainError("invalid-input", "The reason is too long.");
    }
    await requireCase(context, caseId);
    const row = (await readCase(db, caseId))?.row.disclosureRows[ordinal];
    if (row?.rule !== rule || row.version !== version || row.status !== status) {
      throw new DomainError(
        "invalid-input",
        "What the rule found has changed since the page was made; load it again, then decide.",
      );
    }
    if (row.reviewId !== change.after) {
      throw new DomainError(
        "invalid-input",
        "Somebody decided on it since the page was made; load it again to see what.",
      );
    }
    if (row.review === "withheld") {
      const shown = await readReviews(db, row, actor);
      if (shown.every(({ id }) => id !== row.reviewId)) {
        throw new DomainError(
          "not-allowed",
          "It is decided and waits for a second review; make that one, then decide.",
        );
      }
    }
    if (isPending[row.review] && row.reviewer === actor) {
      throw new DomainError(
        "not-allowed",
        "You asked somebody else about this one, so they have to decide it.",
      );
    }
    const { anchor } = row;
    const decided = { anchor, rule, version, status, caseId, decision, reason, actor };
    return { id: await addReview(db, { ...decided, atUs: nowUs }) };
  },
};
