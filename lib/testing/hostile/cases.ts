import type { DerivedCase, Evidence, Handoff, Quote, Score } from "@/lib/domain/case/case";
import { noKnowledge, type StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import { handoffTopics } from "@/lib/domain/case/handoff-packet";
import { derivedCase, derivedInteraction, derivedMessage, firstUs } from "../derived-case";

export type HostileCase = { readonly derived: DerivedCase; readonly knowledge: StoredKnowledge };

/** Cases of any size whose page has much to show of each of their parts. */
export const hostileCases: readonly (readonly [
  name: string,
  make: (size: number) => HostileCase,
])[] = [
  ["contacts with much text, each promising, asking again and quoted", manyContacts],
  ["one message with many quotations and masked values", oneMessage],
];

const words = "The line drops and the router blinks red, again and again. ";
const perContact = 2;
const hourUs = 3_600_000_000;
const least = { fates: 25, receptions: 20 };

function manyContacts(count: number): HostileCase {
  const ordinals = Array.from({ length: count }, (_, ordinal) => ordinal);
  const text = `My account number is 88213. I will credit $40. ${words.repeat(84)}`;
  const quoteIn = (contact: number): Quote => ({
    message: contact * perContact,
    start: 3,
    end: 27,
  });
  const handoffs = ordinals.slice(1).map((to) => handoffTo(to, to - 1, to * perContact));
  const derived = derivedCase({
    messages: ordinals.flatMap((interaction) =>
      (["customer", "agent"] as const).map((speaker, index) =>
        derivedMessage({
          ordinal: interaction * perContact + index,
          ...{ interaction, speaker, text },
          atUs: firstUs + interaction * hourUs + index,
          spans: [`t/${String(interaction)}-${String(index)}`],
        }),
      ),
    ),
    interactions: ordinals.map((ordinal) => {
      const startUs = firstUs + ordinal * hourUs;
      return derivedInteraction({ ordinal, startUs, endUs: startUs + 1 });
    }),
    handoffs,
    scores: [
      ...ordinals.map((ordinal) =>
        scored("conversation_resolution", { kind: "interaction", ordinal }, [quoteIn(ordinal)]),
      ),
      ...handoffs.map(({ ordinal }) =>
        scored("repeat_information", { kind: "handoff", ordinal }, [quoteIn(ordinal)]),
      ),
    ],
    caseEvents: ordinals.map((at) => ({
      name: at % 2 === 0 ? "sla_paused" : "sla_resumed",
      atUs: firstUs + at * hourUs,
    })),
  });
  const knowledge: StoredKnowledge = {
    handoffFacts: handoffs.map(({ ordinal }) => ({
      handoff: ordinal,
      isOfAnotherAccount: false,
      facts: Array.from({ length: least.fates }, (_, at) => ({
        kind: at % 2 === 0 ? "detail" : "commitment",
        what: "account number",
        given: quoteIn(at === 0 ? 0 : Math.max(0, ordinal - at)),
        by: "customer",
        after: at < 4 ? "asked-again" : "not-needed",
        seen: quoteIn(ordinal + 1),
      })),
    })),
    packets: handoffs.map(({ ordinal }) => ({
      handoff: ordinal,
      packet: {
        form: "summary",
        parts: handoffTopics.map((part) => ({ part, shown: [quoteIn(ordinal)] })),
        words: null,
      },
    })),
    promises: ordinals.map((interaction) => ({
      ...{ quote: quoteIn(interaction), interaction, by: "ai", kind: "credit" },
      ...{ what: "credit of $40", madeUs: firstUs + interaction * hourUs, dueUs: null },
      ...{ dueWords: "", status: "open", because: "", evidence: null, settledUs: null },
      receptions: ordinals
        .slice(interaction + 1, interaction + 1 + least.receptions)
        .map((later) => ({
          ...{ interaction: later, reception: "denied", quote: quoteIn(later) },
        })),
    })),
    disclosures: ordinals.map((interaction) => ({
      ...{ rule: "ai-speaks", version: 1, title: "Say that an AI is speaking", interaction },
      ...{ status: "missing", quote: null, dueUs: firstUs + interaction * hourUs },
      ...{ dueMessage: interaction * perContact, because: "Not said." },
      ...{
        missingElements: [],
        searched: null,
        nearMiss: null,
        notice: null,
        trigger: null,
        unread: null,
      },
    })),
    answerClaims: ordinals.map((interaction) => ({
      ...{ message: interaction * perContact + 1, interaction, passages: 1, spans: ["t/1"] },
      claims: [
        {
          ...{ quote: quoteIn(interaction), verdict: "unsupported", isByTool: false },
          ...{ missing: ["40"], closest: null },
        },
      ],
    })),
  };
  return { derived, knowledge };
}

function oneMessage(count: number): HostileCase {
  const sentence = `My number is <PHONE:3f9a0c1b2d4e5f60>. ${words.repeat(84)}`;
  const quotes = Array.from({ length: count }, (_, at): Quote => {
    const start = at * sentence.length;
    return { message: 0, start, end: start + 20 };
  });
  const derived = derivedCase({
    messages: [derivedMessage({ text: sentence.repeat(count) })],
    handoffs: [handoffTo(0, 0, 0)],
    scores: quotes.map((quote) => scored("tone", { kind: "message", ordinal: 0 }, [quote])),
  });
  const facts = quotes.map((given) => ({
    ...{ kind: "detail", what: "phone number", given, by: "customer" },
    ...{ after: "asked-again", seen: given },
  })) as StoredKnowledge["handoffFacts"][number]["facts"];
  return {
    derived,
    knowledge: { ...noKnowledge, handoffFacts: [{ handoff: 0, facts, isOfAnotherAccount: false }] },
  };
}

function handoffTo(to: number, from: number, atMessage: number): Handoff {
  return {
    ...{ ordinal: Math.max(0, to - 1), fromInteraction: from, toInteraction: to, atMessage },
    ...{ kind: "ai-to-human", isChannelChanged: false, fromKind: "ai", toKind: "human" },
    ...{ toTeam: null, initiator: "customer", gapUs: 1 },
  };
}

function scored(evaluator: string, target: Score["target"], evidence: readonly Evidence[]): Score {
  const verdict = { status: "scored", value: 0.2, because: "It says so.", evidence } as const;
  return { evaluator, version: 1, target, verdict };
}
