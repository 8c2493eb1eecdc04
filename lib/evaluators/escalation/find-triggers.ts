import type { Message, Quote } from "@/lib/domain/case/case";
import type { EscalationReason } from "@/lib/domain/case/escalation-reason";
import type { EscalationRule } from "@/lib/domain/settings/persona-contract";
import { asksForPerson } from "@/lib/cases/words/transfer";
import { wordsOf } from "@/lib/learning/words-of";
import { wordSetOf } from "../words-of-message";
import { findAnger } from "./find-anger";

/** Why an AI agent had to escalate, and from which message on. */
export type Trigger = {
  readonly reason: Extract<EscalationReason, "asked" | "anger" | "loop" | "limit" | "policy">;
  /** In plain words, to follow "because". */
  readonly words: string;
  readonly quote: Quote;
};

/**
 * The triggers of a rule that fired, earliest first.
 * @param messages of one contact, in order, as long as an AI agent answers
 */
export function findTriggers(
  messages: readonly Message[],
  rule: EscalationRule,
): readonly Trigger[] {
  const customerMessages = messages.filter(({ speaker }) => speaker === "customer");
  const answers = messages.filter(({ speaker, text }) => speaker === "agent" && text.trim() !== "");
  return [
    ...(rule.isOnRequest ? requestTriggers(customerMessages) : []),
    ...(rule.isOnAnger ? angered(customerMessages) : []),
    ...topics(customerMessages, rule.topics),
    ...(rule.sameAnswers === null ? [] : looped(answers, rule.sameAnswers)),
    ...(rule.mostAnswers === null ? [] : limited(answers, rule.mostAnswers)),
  ].toSorted((a, b) => a.quote.message - b.quote.message);
}

function requestTriggers(customerMessages: readonly Message[]): readonly Trigger[] {
  const message = customerMessages.find(({ text }) => asksForPerson(text));
  const words = "the customer asked for a person";
  return message === undefined ? [] : [{ reason: "asked", words, quote: whole(message) }];
}

function angered(customerMessages: readonly Message[]): readonly Trigger[] {
  const quote = customerMessages.flatMap((message) => findAnger(message) ?? [])[0];
  const words = "the customer was angry";
  return quote === undefined ? [] : [{ reason: "anger", words, quote }];
}

function topics(
  customerMessages: readonly Message[],
  named: readonly string[],
): readonly Trigger[] {
  for (const message of customerMessages) {
    const text = ` ${wordsOf(message.text).join(" ")} `;
    const topic = named.find((each) => text.includes(` ${wordsOf(each).join(" ")} `));
    if (topic !== undefined) {
      const words = `the customer spoke of “${topic}”`;
      return [{ reason: "policy", words, quote: whole(message) }];
    }
  }
  return [];
}

/** Two answers are the same if they share this much of their words; names and numbers may differ. */
const sameShare = 0.8;
const wordsMin = 4;

function looped(answers: readonly Message[], most: number): readonly Trigger[] {
  const bags = answers.map(wordSetOf);
  for (const [index, message] of answers.entries()) {
    const bag = bags[index] ?? new Set();
    const alike = bags.slice(0, index + 1).filter((other) => isSame(other, bag)).length;
    if (alike < most) continue;
    const words = `the agent had said the same ${String(most)} times`;
    return [{ reason: "loop", words, quote: whole(message) }];
  }
  return [];
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size < wordsMin || b.size < wordsMin) return false;
  if (Math.min(a.size, b.size) / Math.max(a.size, b.size) < sameShare) return false;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / (a.size + b.size - shared) >= sameShare;
}

function limited(answers: readonly Message[], most: number): readonly Trigger[] {
  const message = answers[most - 1];
  const words = `the agent had answered ${String(most)} times`;
  return message === undefined ? [] : [{ reason: "limit", words, quote: whole(message) }];
}

function whole({ ordinal, text }: Message): Quote {
  return { message: ordinal, start: 0, end: text.length };
}
