import { DomainError } from "@/lib/domain/domain-error";
import { isBlank } from "@/lib/domain/is-blank";
import { needsReason, reviewReasonMax } from "@/lib/domain/quality/disclosure-review";
import {
  outcomeOf,
  signOffNoteMax,
  tallySample,
  type SampleChange,
  type SampledFinding,
  type SignedVersion,
} from "@/lib/domain/quality/review-sample";
import { signOffHindrance } from "@/lib/domain/quality/sign-off-hindrance";
import type { ChangeAnswer } from "@/lib/domain/settings/workspace-change";
import { addSample } from "@/lib/store/decisions/review-samples";
import { addSecondReview } from "@/lib/store/decisions/second-reviews";
import { addSignOff } from "@/lib/store/decisions/sign-offs";
import type { CaseChangeContext } from "./apply-case-change";

type ChangeOf<Kind> = Extract<SampleChange, { readonly kind: Kind }>;

/** One transaction per change. @throws DomainError with a sentence for the user */
export const sampleChangeAppliers = {
  "sample-drawn": async (
    { db, nowUs }: CaseChangeContext,
    { sample, actor }: ChangeOf<"sample-drawn">,
  ): Promise<ChangeAnswer> => {
    if (sample.items.length === 0) {
      throw new DomainError("invalid-input", "The filter leaves no finding to draw.");
    }
    return { id: await addSample(db, sample, { drawnUs: nowUs, drawnBy: actor }) };
  },

  "finding-second-reviewed": async (
    { db, nowUs, mask }: CaseChangeContext,
    change: ChangeOf<"finding-second-reviewed">,
  ): Promise<ChangeAnswer> => {
    const { id: sample, position, caseId, rule, status, version, decision, actor } = change;
    const reason = mask(change.reason.trim());
    if (needsReason[decision] && isBlank(reason)) {
      throw new DomainError("invalid-input", "Say in a few words why.");
    }
    // Masking can lengthen the text.
    if (reason.length > 2 * reviewReasonMax) {
      throw new DomainError("invalid-input", "The reason is too long.");
    }
    const review = { sample, position, status, version, decision, reason, actor, atUs: nowUs };
    const id = await addSecondReview(db, review, (item) => {
      if (item?.isSecond !== true || item.isGone || item.caseId !== caseId || item.rule !== rule) {
        throw new DomainError("not-found", "There is no such finding for a second review.");
      }
      if (item.second !== null) {
        throw new DomainError("invalid-input", "It was reviewed a second time already.");
      }
      if (item.review?.actor === actor) {
        throw new DomainError(
          "not-allowed",
          "You took the first decision on it, so somebody else has to review it.",
        );
      }
    });
    return { id };
  },

  "sample-signed-off": async (
    { db, nowUs, mask }: CaseChangeContext,
    { id: sample, note: typed, period, after, actor }: ChangeOf<"sample-signed-off">,
  ): Promise<ChangeAnswer> => {
    const note = mask(typed.trim());
    // Masking can lengthen the text.
    if (note.length > 2 * signOffNoteMax) {
      throw new DomainError("invalid-input", "The note is too long.");
    }
    const signer = { sample, actor, atUs: nowUs };
    const id = await addSignOff(db, signer, ({ items, latest, own }) => {
      if (items.length === 0) throw new DomainError("not-found", "There is no such sample.");
      const hindrance = signOffHindrance(items, own, period);
      if (hindrance !== null) throw new DomainError(hindrance.code, hindrance.sentence);
      if (latest !== after) {
        throw new DomainError(
          "invalid-input",
          "Somebody signed it off since the page was made; load it again to see what they signed.",
        );
      }
      return { tally: tallySample(items), versions: versionsOf(items), period, note };
    });
    return { id };
  },
};

/** The versions that were decided on, by rule; not those of what was gone before anybody decided. */
function versionsOf(items: readonly SampledFinding[]): readonly SignedVersion[] {
  const counts = new Map<string, SignedVersion>();
  const decided = items.filter((item) => outcomeOf(item) !== "gone");
  for (const { rule, version: drawn, review } of decided) {
    const version = review?.version ?? drawn;
    const key = `${rule} ${String(version)}`;
    const findings = (counts.get(key)?.findings ?? 0) + 1;
    counts.set(key, { rule, version, findings });
  }
  return [...counts.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, of]) => of);
}
