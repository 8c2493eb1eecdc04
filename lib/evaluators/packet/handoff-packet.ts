import type { Evidence, Handoff, Verdict } from "@/lib/domain/case/case";
import { withArticle, type KnownFact } from "@/lib/domain/case/handoff-facts";
import {
  handoffTopics,
  handoffTopicLabels,
  type HandoffPacket,
} from "@/lib/domain/case/handoff-packet";
import { sentenceCase } from "@/lib/domain/sentence-case";
import type { EvaluationContext, Evaluator } from "../contract";
import { findFactsAt } from "../facts/find-handoff-facts";
import { findPacket } from "./find-packet";
import { isHandover } from "./is-handover";
import { isOwnReturn } from "./is-own-return";

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

const quotesMost = 6;

/** A summary, whatever else it says: what is not found in it may still be there. */
const ofSummary = 0.5;

/**
 * Scores what an AI agent handed over to the next agent: 1 for the whole exchange or a summary in which all topics are
 * found, one half for any other summary, 0 for nothing.
 */
export const handoffPacket: Evaluator<"handoff"> = {
  name: "handoff_packet",
  version: 11,
  question: "Did whoever took over get what the AI agent knew?",
  target: "handoff",
  direction: "higher-is-better",
  evaluate: judgeHandoff,
};

function judgeHandoff(handoff: Handoff, context: EvaluationContext): Verdict {
  if (!isHandover(handoff, context)) {
    return { status: "not-applicable", because: "Here no AI agent passed the customer on." };
  }
  const from = context.assembled.interactions[handoff.fromInteraction];
  const packet = findPacket(handoff, context);
  if (packet.form === "nothing" && isOwnReturn(handoff, context)) {
    return {
      status: "not-applicable",
      because: "The customer came back on their own; the AI agent had handed nobody over.",
    };
  }
  if (packet.form === "nothing" && (from?.strippedCount ?? 0) > 0) {
    return {
      status: "not-scorable",
      because: "Words before this handoff were removed before they reached us.",
    };
  }
  const known = findFactsAt(handoff, context.assembled);
  const facts = (known ?? []).filter(({ kind }) => kind !== "commitment");
  const carried = facts.filter(({ after }) => after === "carried");
  if (packet.form === "nothing" && carried.length > 0) {
    return {
      status: "not-scorable",
      because: `${sentenceCase(takerOf(handoff))} knew ${listed(carried)}, so something was handed over that did not reach us.`,
    };
  }
  const asked = facts.filter(({ after }) => after === "asked-again");
  return {
    status: "scored",
    value: valueOf(packet),
    because: [
      packetSentence(packet),
      known === null ? "" : useSentence(packet, carried, asked, takerOf(handoff)),
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
    evidence: onceEach([
      ...packet.parts.flatMap(({ shown }) => shown),
      ...[...carried, ...asked].flatMap(({ seen }): Evidence[] => (seen === null ? [] : [seen])),
    ]).slice(0, quotesMost),
  };
}

/** One tool call may cover several topics. */
function onceEach(shown: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(shown.map((each) => [JSON.stringify(each), each])).values()];
}

function packetSentence({ form, parts }: HandoffPacket): string {
  if (form === "nothing") return "Nothing was handed over that reached us.";
  if (form === "whole exchange") return "The whole exchange was handed over.";
  if (parts.length === handoffTopics.length) {
    return "A summary was handed over, with all five parts.";
  }
  const named = parts.map(({ part }) => handoffTopicLabels[part]).join(", ");
  return `A summary was handed over.${named === "" ? "" : ` Found in it: ${named}.`}`;
}

function valueOf({ form, parts }: HandoffPacket): number {
  if (form === "nothing") return 0;
  return form === "whole exchange" || parts.length === handoffTopics.length ? 1 : ofSummary;
}

function useSentence(
  { form }: HandoffPacket,
  carried: readonly KnownFact[],
  asked: readonly KnownFact[],
  taker: string,
): string {
  if (asked.length > 0) return `${sentenceCase(taker)} asked again for ${listed(asked)}.`;
  if (carried.length > 0) return `${sentenceCase(taker)} used it: ${listed(carried)}.`;
  return form === "nothing" ? "" : `Nothing shows that ${taker} used it.`;
}

function takerOf({ toKind }: Handoff): string {
  return toKind === "human" ? "the person" : "the next agent";
}

function listed(facts: readonly KnownFact[]): string {
  return conjunction.format([...new Set(facts.map(({ what }) => withArticle(what)))].slice(0, 3));
}
