import type { Evidence, Handoff, Message } from "@/lib/domain/case/case";
import {
  handoffTopics,
  type HandoffPacket,
  type HandoffTopic,
} from "@/lib/domain/case/handoff-packet";
import { isCall } from "@/lib/domain/trace/channel";
import { isTransferCall } from "@/lib/cases/words/transfer";
import { wordsOf } from "@/lib/learning/words-of";
import type { EvaluationContext } from "../contract";
import { findAnger } from "../escalation/find-anger";
import { findTriedSteps } from "../facts/steps";
import { isToolOf } from "../notes/is-tool-of";
import { findGiven } from "../slots/find-given";
import { slots } from "../slots/slots";
import { plainSummary } from "./plain-summary";
import { isSummary, saysTopic } from "./packet-topics";

/** A text with this share of the customer's words is the whole exchange. */
const wholeShare = 0.6;

type Piece = { readonly text: string; readonly shown: Evidence };

/**
 * Finds what an AI agent handed to whoever took over: the whole exchange, if they continue in the same written
 * thread or it was handed over in full; else the content of the transfer call and the notes.
 */
export function findPacket(handoff: Handoff, context: EvaluationContext): HandoffPacket {
  const before = context
    .messagesOf(handoff.fromInteraction)
    .filter(({ ordinal }) => ordinal < handoff.atMessage);
  const pieces = piecesOf(handoff, before, context);
  if (isSameThread(handoff, context) || isWhole(pieces, before)) {
    return { form: "whole exchange", parts: partsOfExchange(before), words: null };
  }
  if (!isSummary(pieces.map(({ text }) => text)))
    return { form: "nothing", parts: [], words: null };
  const parts = handoffTopics.flatMap((topic) => {
    for (const { text, shown } of pieces) {
      if (saysTopic(text, topic)) return [{ part: topic, shown: [shown] }];
    }
    return [];
  });
  return { form: "summary", parts, words: plainSummary(pieces.map(({ text }) => text)) };
}

/** In a written channel the next agent in the same contact can read the thread. */
function isSameThread(handoff: Handoff, { assembled }: EvaluationContext): boolean {
  const { fromInteraction, toInteraction } = handoff;
  const { channel = "unknown" } = assembled.interactions[toInteraction] ?? {};
  return fromInteraction === toInteraction && isCall[channel] === false;
}

/** The transfer call's arguments, the notes written before the handoff and those read after it. */
function piecesOf(
  handoff: Handoff,
  before: readonly Message[],
  { noteTools, messagesOf }: EvaluationContext,
): readonly Piece[] {
  const given = before.flatMap((message): Piece[] => {
    const { tool } = message;
    const isGiven =
      tool !== null &&
      !tool.isError &&
      (isTransferCall(tool.name) || isToolOf(noteTools.write, tool.name));
    return isGiven ? [{ text: tool.args, shown: messageEvidence(message) }] : [];
  });
  const read = messagesOf(handoff.toInteraction).flatMap((message): Piece[] => {
    const { tool, ordinal } = message;
    const isRead =
      tool !== null &&
      !tool.isError &&
      ordinal >= handoff.atMessage &&
      isToolOf(noteTools.read, tool.name);
    return isRead ? [{ text: message.text, shown: messageEvidence(message) }] : [];
  });
  return [...given, ...read];
}

function messageEvidence({ ordinal, text, spans }: Message): Evidence {
  const span = spans[0];
  return span === undefined ? { message: ordinal, start: 0, end: text.length } : { span };
}

function isWhole(pieces: readonly Piece[], before: readonly Message[]): boolean {
  const carried = new Set(pieces.flatMap(({ text }) => wordsOf(text)));
  const customerMessages = before.filter(({ speaker }) => speaker === "customer");
  const words = new Set(customerMessages.flatMap(({ text }) => wordsOf(text)));
  if (customerMessages.length < 2 || words.size === 0) return false;
  const shared = [...words].filter((word) => carried.has(word)).length;
  return shared / words.size >= wholeShare;
}

/** The whole exchange covers every topic; for the customer's sentiment the evidence is their last message. */
function partsOfExchange(before: readonly Message[]): HandoffPacket["parts"] {
  const given = findGiven(before, Infinity);
  const isIdentity = new Map(slots.map((slot) => [slot.name, slot.isIdentity]));
  const quotes = [...given].map(([name, quote]) => ({ name, quote }));
  const customerMessages = before.filter(
    ({ speaker, text }) => speaker === "customer" && text.trim() !== "",
  );
  const used = before.find(({ tool }) => tool !== null);
  const last = customerMessages.at(-1);
  const shown: Readonly<Record<HandoffTopic, readonly Evidence[]>> = {
    identity: quotes
      .filter(({ name }) => isIdentity.get(name) === true)
      .map(({ quote }) => quote)
      .slice(0, 1),
    data: quotes
      .filter(({ name }) => isIdentity.get(name) === false && name !== "reason")
      .map(({ quote }) => quote)
      .slice(0, 1),
    tried: [
      ...customerMessages.flatMap((message) => findTriedSteps(message).map(({ quote }) => quote)),
      ...(used === undefined ? [] : [messageEvidence(used)]),
    ].slice(0, 1),
    expectation: customerMessages.slice(0, 1).map(wholeOf),
    sentiment: [
      ...customerMessages.flatMap((message) => findAnger(message) ?? []),
      ...(last === undefined ? [] : [wholeOf(last)]),
    ].slice(0, 1),
  };
  return handoffTopics.flatMap((topic) =>
    shown[topic].length === 0 ? [] : [{ part: topic, shown: shown[topic] }],
  );
}

function wholeOf({ ordinal, text }: Message): Evidence {
  return { message: ordinal, start: 0, end: text.length };
}
