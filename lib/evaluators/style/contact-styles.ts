import type { AssembledCase } from "@/lib/domain/case/case";
import type { ContactStyle } from "@/lib/domain/case/contact-style";
import { personaAttributes } from "@/lib/domain/settings/persona-contract";
import { areOtherLanguage } from "@/lib/learning/find-language";
import { messagesOfContacts } from "../messages-of-contacts";
import { aiMessages } from "../persona/ai-messages";
import { measureStyle } from "./measure-style";

/**
 * Measures the style of AI agents in each contact of a case.
 * @returns one entry per interaction, in order; null if no AI agent spoke English in it
 */
export function contactStyles({
  interactions,
  messages,
}: Pick<AssembledCase, "interactions" | "messages">): readonly (ContactStyle | null)[] {
  const saidIn = messagesOfContacts(messages);
  return interactions.map(({ ordinal }) => {
    const said = aiMessages(saidIn.get(ordinal) ?? []);
    if (said.length === 0 || areOtherLanguage(said.map(({ text }) => text))) return null;
    const { words, of } = measureStyle(said);
    return { words, values: personaAttributes.map((attribute) => rounded(of(attribute)?.value)) };
  });
}

/** Rounded finer than any measure's precision. */
function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 1000) / 1000;
}
