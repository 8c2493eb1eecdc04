import type { Evidence } from "@/lib/domain/case/case";
import type { CaseKnowledge } from "@/lib/domain/case/case-knowledge";
import type { KnownFact } from "@/lib/domain/case/handoff-facts";
import {
  handoffTopics,
  type HandoffPacket,
  type HandoffTopic,
} from "@/lib/domain/case/handoff-packet";
import type { VerdictView } from "./verdict-view";
import type { NumberedQuotations } from "../number-quotations";
import type { Quotation } from "./score-view";

/** What an AI agent handed to whoever took over. */
export type PacketView = {
  /** "A summary", "The whole exchange", "Nothing". */
  readonly form: string;
  readonly verdict: VerdictView;
  readonly items: readonly PacketItemView[];
  /** Whether whoever took over used it. */
  readonly use: VerdictView;
};

type PacketItemView = {
  readonly name: string;
  readonly isPresent: boolean;
  /** The item's text; null: quoted or absent. */
  readonly words: string | null;
  readonly quotation: Quotation | null;
};

const topicNames: Readonly<Record<HandoffTopic, string>> = {
  identity: "Identity",
  data: "Data",
  tried: "Steps tried",
  expectation: "Expectation",
  sentiment: "Sentiment",
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
  const factsAt = new Map(handoffFacts.map(({ handoff, facts }) => [handoff, facts]));
  return new Map(
    packets.map(({ handoff, packet }) => [
      handoff,
      packetView(packet, factsAt.get(handoff) ?? [], quotations),
    ]),
  );
}

/** Prepares one packet. @param facts outcomes of the facts at the same handoff */
export function packetView(
  { form, parts }: HandoffPacket,
  facts: readonly KnownFact[],
  quotations: NumberedQuotations,
): PacketView {
  const all = handoffTopics.length;
  const count = `${String(parts.length)} of ${String(all)} parts`;
  return {
    form: forms[form],
    verdict: {
      tone: parts.length === all ? "pass" : parts.length === 0 ? "fail" : "warn",
      label: count,
    },
    items: handoffTopics.map((topic) => {
      const found = parts.find((each) => each.part === topic);
      const [first] = found === undefined ? [] : quotations.of(found.shown.slice(0, 1));
      return {
        name: topicNames[topic],
        isPresent: found !== undefined,
        words: found?.words ?? null,
        quotation: first ?? null,
      };
    }),
    use: useOf(
      form,
      facts.filter(({ kind }) => kind !== "commitment"),
    ),
  };
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
