import type { DerivedCase, Evidence, Message, Score } from "@/lib/domain/case/case";
import { evidenceOf } from "@/lib/domain/case/evidence-of";
import type { Dispute } from "@/lib/domain/quality/comparison";
import { messageAnchor } from "@/lib/format/anchors";
import { caseHref } from "@/lib/pages/case/href";
import type { PanelTurn } from "@/lib/pages/case/panel/item-panel-model";
import type { LabelQueueItem, QueueContact } from "./label-queue-model";
import type { CaseLabels } from "@/lib/format/scores/label-view";
import { numberQuotations } from "@/lib/format/number-quotations";
import { formatScore } from "@/lib/format/format";
import { panelTurn } from "@/lib/pages/case/panel/panel-turn";
import { otherWords } from "./prepare-comparisons";
import { placeHrefs } from "@/lib/pages/case/panel/place-hrefs";
import { scoreView } from "@/lib/pages/case/panel/place-scores";

/** Turns around each quote; without quotes, turns from the target's end. */
const around = 2;
const lastTurns = 8;

/** The score, and its strongest contradiction; null: another queue. */
type Chosen = { readonly index: number; readonly dispute: Dispute | null };

/**
 * Prepares one score with its turns. @param accuracyOf an evaluator's accuracy @returns null: it does not
 * exist
 */
export function prepareLabelItem(
  derived: DerivedCase,
  { index, dispute }: Chosen,
  labels: CaseLabels,
  accuracyOf: (evaluator: string) => string,
): LabelQueueItem | null {
  const score = derived.scores[index];
  if (score === undefined) return null;
  const { messages, caseId } = derived;
  const evidence = evidenceOf(score.verdict);
  const hrefOf = (ordinal: number, anchor: string) =>
    `${caseHref(caseId)}#${anchor === "" ? messageAnchor(ordinal) : anchor}`;
  const placeHref = placeHrefs(derived, hrefOf);
  const quotations = numberQuotations(messages, evidence, hrefOf);
  const tones = new Map(
    [...quotations.ranges.values()].flat().map(({ ref }) => [ref, "none" as const]),
  );
  const shown = turnsToShow(score, derived, evidence);
  const turns = shown.map((message, place): PanelTurn => ({
    ...panelTurn(message, { quotations, messageHref: hrefOf, list: null }, tones),
    isAfterGap: place > 0 && message.ordinal !== (shown[place - 1]?.ordinal ?? 0) + 1,
  }));
  const first = shown[0];
  return {
    caseId,
    href: first === undefined ? caseHref(caseId) : hrefOf(first.ordinal, ""),
    score: scoreView(score, index, "", { quotations, accuracyOf, placeHref }),
    contacts: byContact(turns, derived),
    labels,
    dispute: dispute === null ? null : disputeWords(dispute),
  };
}

function byContact(
  turns: readonly PanelTurn[],
  { interactions }: DerivedCase,
): readonly QueueContact[] {
  return interactions
    .map((interaction) => ({
      interaction,
      turns: turns.filter(({ message }) => message.interaction === interaction.ordinal),
    }))
    .filter((contact) => contact.turns.length > 0);
}

function disputeWords({ by, theirs }: Dispute): string {
  const who = by.kind === "person" ? "a person here" : otherWords(by);
  return `${who} says ${formatScore(theirs)}`;
}

function turnsToShow(
  score: Score,
  { messages, handoffs }: DerivedCase,
  evidence: readonly Evidence[],
): readonly Message[] {
  const spoken = messages.filter(({ text, tool }) => text !== "" && tool === null);
  const quoted = new Set(evidence.flatMap((each) => ("message" in each ? [each.message] : [])));
  if (quoted.size > 0) {
    return spoken.filter(
      (message, place) =>
        quoted.has(message.ordinal) ||
        [...quoted].some((ordinal) => {
          const at = spoken.findIndex((each) => each.ordinal >= ordinal);
          return Math.abs(at - place) <= around;
        }),
    );
  }
  const { target } = score;
  if (target.kind === "interaction") {
    return spoken.filter(({ interaction }) => interaction === target.ordinal).slice(-lastTurns);
  }
  if (target.kind === "handoff") {
    const at = handoffs[target.ordinal]?.atMessage ?? 0;
    return spoken.filter(({ ordinal }) => Math.abs(ordinal - at) <= lastTurns / 2);
  }
  const judged =
    target.kind === "message"
      ? target.ordinal
      : messages.find(({ spans }) => target.kind === "span" && spans.includes(target.span))
          ?.ordinal;
  if (judged !== undefined) {
    return spoken.filter(({ ordinal }) => Math.abs(ordinal - judged) <= around);
  }
  return spoken.slice(-lastTurns);
}
