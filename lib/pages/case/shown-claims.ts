import type { AnswerClaims } from "@/lib/domain/case/answer-claims";
import type { DerivedCase } from "@/lib/domain/case/case";
import { claimsView, type ClaimsView } from "@/lib/format/scores/claims-view";
import type { SelectedItem } from "./panel/selected-item";

type Claimed = {
  readonly derived: Pick<DerivedCase, "handoffs" | "messages">;
  readonly answerClaims: readonly AnswerClaims[];
};

/**
 * The claims of the selected contact, or of the one after the selected handoff.
 * @param hrefOf address of a message
 */
export function shownClaims(
  selected: SelectedItem | null,
  { derived, answerClaims }: Claimed,
  hrefOf: (message: number) => string,
): readonly ClaimsView[] {
  const contact =
    selected?.kind === "handoff"
      ? derived.handoffs[selected.ordinal]?.toInteraction
      : selected?.kind === "contact"
        ? selected.ordinal
        : undefined;
  return answerClaims
    .filter(({ interaction }) => interaction === contact)
    .map((each) => claimsView(each, derived.messages, hrefOf(each.message)));
}
