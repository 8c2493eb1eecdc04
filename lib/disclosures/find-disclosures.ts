import type { DerivedCase, Message, Quote } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import { splitSentences } from "@/lib/cases/words/sentences";
import type { DisclosedContact, DisclosureRule, DisclosureWindow } from "./rule";
import { disclosureRules } from "./rules";

/**
 * Evaluates each rule on each contact of a case: given in time, late, missing, not applicable, or
 * not evaluable because text was stripped before ingest.
 * @returns by contact, then by rule
 */
export function findDisclosures(
  derived: Pick<DerivedCase, "messages" | "interactions">,
): readonly CaseDisclosure[] {
  const messagesByContact = derived.interactions.map((): Message[] => []);
  for (const message of derived.messages) messagesByContact[message.interaction]?.push(message);
  return derived.interactions.flatMap((interaction) =>
    disclosureRules.map((rule) =>
      judge(rule, { interaction, messages: messagesByContact[interaction.ordinal] ?? [] }),
    ),
  );
}

function judge(rule: DisclosureRule, contact: DisclosedContact): CaseDisclosure {
  const { interaction } = contact;
  const { id, version, title } = rule;
  const about = { rule: id, version, title, interaction: interaction.ordinal };
  const nothing = { ...about, quote: null, dueUs: null, dueMessage: null };
  const isStripped = interaction.strippedCount > 0;
  const window = rule.window(contact);
  if ("hangsOnWords" in window && !(isStripped && window.hangsOnWords)) {
    return { ...nothing, status: "not-applicable", because: window.because };
  }
  const found = "hangsOnWords" in window ? null : judgeWindow(rule, contact, window);
  if (found === null || (isStripped && found.status !== "given")) {
    const because = "Words of this contact were removed before they reached us.";
    return { ...nothing, status: "not-evaluable", because };
  }
  return { ...about, ...found };
}

type Judged = Pick<CaseDisclosure, "status" | "quote" | "dueUs" | "dueMessage" | "because">;

function judgeWindow(
  rule: DisclosureRule,
  { messages }: DisclosedContact,
  { lastMessage, words, caveat }: DisclosureWindow,
): Judged {
  const window = { dueUs: lastMessage.atUs, dueMessage: lastMessage.ordinal };
  const quotes = messages.filter(rule.isSpokenBy).flatMap((message) => findQuote(rule, message));
  const [quote] = quotes;
  if (quote === undefined) {
    const because = [`Not said ${words}, nor later in this contact.`, caveat]
      .filter((part) => part !== "")
      .join(" ");
    return { ...window, status: "missing", quote: null, because };
  }
  return quote.message <= lastMessage.ordinal
    ? { ...window, status: "given", quote, because: `Said ${words}.` }
    : { ...window, status: "late", quote, because: `Not said ${words}, but later.` };
}

function findQuote({ says }: DisclosureRule, message: Message): readonly Quote[] {
  const sentence = splitSentences(message.text).find(({ text }) => says.test(text));
  if (sentence === undefined) return [];
  return [{ message: message.ordinal, start: sentence.start, end: sentence.end }];
}
