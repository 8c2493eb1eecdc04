import type { Evidence } from "@/lib/domain/case/case";
import type { CaseKnowledge } from "@/lib/domain/case/case-knowledge";
import type { HandoffFacts, KnownFact } from "@/lib/domain/case/handoff-facts";
import type { HandoffPacket, HandoffTopic } from "@/lib/domain/case/handoff-packet";
import type { VerdictView } from "./verdict-view";
import type { NumberedQuotations } from "../number-quotations";
import type { Quotation } from "./score-view";

/** What an AI agent handed to whoever took over. */
export type PacketView = {
  /** "A summary", "The whole exchange", "Nothing". */
  readonly form: string;
  /** A summary's words; null for other forms. */
  readonly words: string | null;
  /** The topics found in it. */
  readonly items: readonly PacketItemView[];
  /** Whether whoever took over used it; null where they served another account. */
  readonly use: VerdictView | null;
};

/** Topics shown by the same place. */
type PacketItemView = {
  /** "identity, steps tried". */
  readonly topics: string;
  readonly quotation: Quotation | null;
};

const topicNames: Readonly<Record<HandoffTopic, string>> = {
  identity: "identity",
  data: "data",
  tried: "steps tried",
  expectation: "expectation",
  sentiment: "sentiment",
};

const forms: Readonly<Record<HandoffPacket["form"], string>> = {
  "whole exchange": "The whole exchange",
  summary: "A summary",
  nothing: "Nothing",
};

/** The evidence of a packet, to be numbered with the case's. */
export function packetEvidence({ parts }: HandoffPacket): readonly Evidence[] {
  return parts.flatMap(({ shown }) => shown.slice(0, 1));
}

/** Prepares the packet of each handover by an AI agent. */
export function packetViews(
  { packets, handoffFacts }: Pick<CaseKnowledge, "packets" | "handoffFacts">,
  quotations: NumberedQuotations,
): ReadonlyMap<number, PacketView> {
  const factsAt = new Map(handoffFacts.map((each) => [each.handoff, each]));
  return new Map(
    packets.map(({ handoff, packet }) => [
      handoff,
      packetView(packet, factsAt.get(handoff) ?? noFacts, quotations),
    ]),
  );
}

const noFacts = { facts: [], isOfAnotherAccount: false };

/** Prepares one packet. @param known what became of the facts at the same handoff */
export function packetView(
  { form, parts, words }: HandoffPacket,
  { facts, isOfAnotherAccount }: Pick<HandoffFacts, "facts" | "isOfAnotherAccount">,
  quotations: NumberedQuotations,
): PacketView {
  return {
    form: forms[form],
    words,
    items: itemsOf(parts, quotations),
    use: isOfAnotherAccount
      ? null
      : useOf(
          form,
          facts.filter(({ kind }) => kind !== "commitment"),
        ),
  };
}

function itemsOf(
  parts: HandoffPacket["parts"],
  quotations: NumberedQuotations,
): readonly PacketItemView[] {
  const items = new Map<string, { topics: HandoffTopic[]; quotation: Quotation | null }>();
  for (const { part, shown } of parts) {
    const quotation = quotations.of(shown.slice(0, 1))[0] ?? null;
    const place = placeOf(quotation);
    const item = items.get(place);
    if (item === undefined) items.set(place, { topics: [part], quotation });
    else item.topics.push(part);
  }
  return [...items.values()].map(({ topics, quotation }) => ({
    topics: topics.map((topic) => topicNames[topic]).join(", "),
    quotation,
  }));
}

function placeOf(quotation: Quotation | null): string {
  if (quotation === null) return "";
  return quotation.kind === "words" ? String(quotation.ref) : quotation.spanId;
}

function useOf(form: HandoffPacket["form"], facts: readonly KnownFact[]): VerdictView {
  const named = (fate: KnownFact["after"]) => [
    ...new Set(facts.filter(({ after }) => after === fate).map(({ what }) => what)),
  ];
  const repeated = named("asked-again");
  if (repeated.length > 0)
    return { tone: "fail", label: `asked again afterwards: ${repeated.join(", ")}` };
  const used = named("carried");
  if (used.length > 0) return { tone: "pass", label: `used afterwards: ${used.join(", ")}` };
  const nothing =
    form === "nothing" ? "there was nothing to use" : "nothing shows that it was used";
  return { tone: "none", label: nothing };
}
