import { isUnread } from "@/lib/acts/says";
import type { Message } from "@/lib/domain/case/case";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { findUnreadable, isUnheard, type Unreadable } from "./find-unreadable";
import { givesMeaning } from "./meanings/meanings";

/**
 * Why it can't be said that messages lack elements of a rule; null if it can.
 * @param missing keys of the elements that were not found
 */
export function findUnread(
  { elements, language }: DisclosureRule,
  messages: readonly Message[],
  missing: readonly string[],
): Unreadable | null {
  const own = elements.filter(({ key }) => missing.length === 0 || missing.includes(key));
  const hasWords = own.some(({ mode }) => mode === "verbatim");
  const unreadable = hasWords ? findUnreadable(messages, language) : null;
  if (unreadable !== null) return unreadable;
  const meant = own.flatMap((each) => (each.mode === "meaning" ? each.anyOf : []));
  if (meant.length === 0) return null;
  if (messages.some(({ text }) => isUnheard(text))) {
    return { because: "Words of this contact were removed or not understood.", unread: "text" };
  }
  if (messages.some(isUnread)) {
    return { because: "Its words are in a language that is not read.", unread: "language" };
  }
  const isOpen = messages.some((message) =>
    meant.some((name) => givesMeaning(name, message) === "maybe"),
  );
  return isOpen
    ? { because: "Its words may say it, or not: too doubtful to judge.", unread: "unsure" }
    : null;
}
