import { isParty } from "@/lib/domain/trace/reading";
import type { DerivedCase, Handoff, Message } from "@/lib/domain/case/case";
import type { KnownFact } from "@/lib/domain/case/handoff-facts";
import type {
  ContactPanel,
  FactView,
  HandoffPanel,
  ItemPanel,
  PanelSide,
} from "./item-panel-model";
import type { NumberedQuotations } from "@/lib/format/number-quotations";
import { factEvidence, type SelectedItem } from "./selected-item";
import { packetViews } from "@/lib/format/scores/packet-view";
import { panelTurn, type PanelContext } from "./panel-turn";
import { prepareEventPanel } from "./prepare-event-panel";
import { keysOf } from "@/lib/domain/keys-of";
import type { ScoreView } from "@/lib/format/scores/score-view";
import { factsSentence, factsVerdict, fateWords } from "../facts-sentence";
import { agentWords, initiatorWords, type Tone } from "@/lib/format/wording";

/** Number of turns next to a handoff that are shown besides quoted ones. */
const turnsBefore = 4;
const turnsAfter = 5;
const contactTurns = 12;
const fateOrder = keysOf(fateWords);

/** Prepares the detail panel. @returns null: the item does not exist */
export function prepareItemPanel(item: SelectedItem, context: PanelContext): ItemPanel | null {
  switch (item.kind) {
    case "handoff":
      return handoffPanel(item.ordinal, context);
    case "contact":
      return contactPanel(item.ordinal, context);
    case "promise":
    case "disclosure":
    case "release":
      return prepareEventPanel({ ...item, kind: item.kind }, context);
  }
}

function handoffPanel(ordinal: number, context: PanelContext): HandoffPanel | null {
  const { derived, quotations, placed, itemHref } = context;
  const handoff = derived.handoffs[ordinal];
  if (handoff === undefined) return null;
  const known = context.knowledge.handoffFacts.find((each) => each.handoff === ordinal);
  const facts = (known?.facts ?? []).filter(({ after }) => after !== "not-needed");
  const isOther = known?.isOfAnotherAccount === true;
  const scores = placed.ofHandoff.get(ordinal) ?? [];
  const refs = quoteTones(facts, scores, quotations);
  const [before, after] = sidesOf(handoff, refs, context);
  if (before === null || after === null) return null;
  const last = derived.handoffs.length - 1;
  const fromUs = before.turns.at(-1)?.message.atUs ?? before.interaction.endUs;
  return {
    kind: "handoff",
    ordinal,
    count: derived.handoffs.length,
    how: `${agentWords[handoff.fromKind]} to ${agentWords[handoff.toKind]}, ${initiatorWords[handoff.initiator]}`,
    fromUs,
    toUs: after.turns[0]?.message.atUs ?? after.interaction.startUs,
    sentence: factsSentence(facts, isOther),
    verdict: factsVerdict(facts, isOther),
    before,
    after,
    facts: facts
      .toSorted((a, b) => fateOrder.indexOf(a.after) - fateOrder.indexOf(b.after))
      .map((fact) => factView(fact, ordinal, quotations)),
    packet: packetViews(context.knowledge, quotations).get(ordinal) ?? null,
    scores,
    tones: refs,
    previousHref: ordinal === 0 ? null : itemHref({ kind: "handoff", ordinal: ordinal - 1 }),
    nextHref: ordinal === last ? null : itemHref({ kind: "handoff", ordinal: ordinal + 1 }),
  };
}

function contactPanel(ordinal: number, context: PanelContext): ContactPanel | null {
  const { derived, quotations, placed, itemHref } = context;
  const scores = placed.ofInteraction.get(ordinal) ?? [];
  const tones = quoteTones([], scores, quotations);
  const turns = turnsOf(derived, ordinal);
  const side = sideOf(
    ordinal,
    turns,
    firstTurns(turns, contactTurns, tones, context),
    context,
    tones,
  );
  if (side === null) return null;
  const last = derived.interactions.length - 1;
  return {
    kind: "contact",
    ordinal,
    count: derived.interactions.length,
    side,
    scores,
    tones,
    previousHref: ordinal === 0 ? null : itemHref({ kind: "contact", ordinal: ordinal - 1 }),
    nextHref: ordinal === last ? null : itemHref({ kind: "contact", ordinal: ordinal + 1 }),
  };
}

/** A fact's quotes have the tone of its outcome; those of scores alone are neutral. */
function quoteTones(
  facts: readonly KnownFact[],
  scores: readonly ScoreView[],
  quotations: NumberedQuotations,
): Map<number, Tone> {
  const tones = new Map<number, Tone>();
  for (const quotation of scores.flatMap((score) => score.quotations)) {
    if (quotation.kind === "words") tones.set(quotation.ref, "none");
  }
  for (const fact of facts) {
    for (const quotation of quotations.of(factEvidence([fact]))) {
      if (quotation.kind === "words") tones.set(quotation.ref, fateWords[fact.after].tone);
    }
  }
  return tones;
}

function factView(fact: KnownFact, handoff: number, quotations: NumberedQuotations): FactView {
  const { message, start, end } = fact.given;
  return {
    place: { kind: "fact", handoff, message, start, end },
    what: fact.what,
    kind: fact.kind,
    fate: { ...fateWords[fact.after], name: fact.after },
    given: quotations.of([fact.given])[0] ?? null,
    seen: fact.seen === null ? null : (quotations.of([fact.seen])[0] ?? null),
  };
}

function sidesOf(
  handoff: Handoff,
  tones: ReadonlyMap<number, Tone>,
  context: PanelContext,
): readonly [PanelSide | null, PanelSide | null] {
  const { derived, quotations } = context;
  const { fromInteraction, toInteraction, atMessage } = handoff;
  const isInside = fromInteraction === toInteraction;
  const from = turnsOf(derived, fromInteraction);
  const to = turnsOf(derived, toInteraction);
  const earlier = isInside ? from.filter(({ ordinal }) => ordinal < atMessage) : from;
  const later = isInside ? to.filter(({ ordinal }) => ordinal >= atMessage) : to;
  const isQuoted = ({ ordinal }: Message) =>
    (quotations.ranges.get(ordinal) ?? []).some(({ ref }) => tones.has(ref));
  const before = earlier.filter(
    (turn, index) => index >= earlier.length - turnsBefore || isQuoted(turn),
  );
  return [
    sideOf(fromInteraction, from, before, context, tones),
    sideOf(toInteraction, to, firstTurns(later, turnsAfter, tones, context), context, tones),
  ];
}

/** The first turns, and those that are quoted. */
function firstTurns(
  turns: readonly Message[],
  count: number,
  tones: ReadonlyMap<number, Tone>,
  { quotations }: PanelContext,
): Message[] {
  return turns.filter(
    ({ ordinal }, index) =>
      index < count || (quotations.ranges.get(ordinal) ?? []).some(({ ref }) => tones.has(ref)),
  );
}

/** Turns people saw: no system prompts, and of tool results only quoted ones. */
function turnsOf({ messages }: DerivedCase, interaction: number): Message[] {
  return messages.filter(
    (message) =>
      message.interaction === interaction && isParty[message.speaker] && message.text.trim() !== "",
  );
}

function sideOf(
  ordinal: number,
  all: readonly Message[],
  shown: readonly Message[],
  context: PanelContext,
  tones: ReadonlyMap<number, Tone>,
): PanelSide | null {
  const interaction = context.derived.interactions[ordinal];
  if (interaction === undefined) return null;
  const positions = new Map(all.map((message, index) => [message.ordinal, index]));
  const positionOf = (message: Message | undefined) =>
    message === undefined ? 0 : (positions.get(message.ordinal) ?? 0) + 1;
  return {
    interaction,
    turns: shown.map((message, index) => ({
      ...panelTurn(message, context, tones),
      isAfterGap: index > 0 && positionOf(message) > positionOf(shown[index - 1]) + 1,
    })),
    first: positionOf(shown[0]),
    last: positionOf(shown.at(-1)),
    total: all.length,
    href: context.contactHref(ordinal),
  };
}
