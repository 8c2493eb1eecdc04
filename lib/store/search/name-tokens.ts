import type { DerivedCase } from "@/lib/domain/case/case";
import { searchWords } from "@/lib/analytics/filter/search-terms";

/**
 * Words of the full-text index that nobody says: names of tools, models and prompts, and ids of contacts. Each is one
 * word after a character of private use, without its separators, so that "get_invoice", "Get-Invoice" and "getinvoice"
 * are the same name, and a search for what was said finds none of them.
 */
const nameMark = "\uE000";
const contactMark = "\uE001";

/** One past the marks: words from `nameMark` to here are no words of a conversation. */
export const markedWords = { from: nameMark, until: "\uE002" } as const;

/** The word of the index that a name is; null: it has no letter and no digit. */
export function nameToken(name: string): string | null {
  return markedWith(nameMark, name);
}

/** The word of the index that a contact's id is. */
export function contactToken(id: string): string | null {
  return markedWith(contactMark, id);
}

/** A text without what separates its words, in lower case: ids and names are compared by it. */
export function withoutSeparators(text: string): string {
  return searchWords(text).join("");
}

function markedWith(mark: string, text: string): string | null {
  const joined = withoutSeparators(text);
  return joined === "" ? null : `${mark}${joined}`;
}

/** The marked words of a case, each once. */
function nameTokensOf({
  messages,
  interactions,
}: Pick<DerivedCase, "messages" | "interactions">): readonly string[] {
  const names = messages.flatMap(({ tool, toolCalls, model, promptName, promptVersion }) => [
    ...[tool?.name, model, promptName, promptVersion],
    ...toolCalls.map(({ name }) => name),
  ]);
  const ofContacts = interactions.flatMap(({ models, promptVersions }) => [
    ...models,
    ...promptVersions,
  ]);
  const named = new Set([...names, ...ofContacts]);
  const tokens = [
    ...[...named].map((name) => (name === null || name === undefined ? null : nameToken(name))),
    ...interactions.map(({ interactionId: id }) => (id === null ? null : contactToken(id))),
  ];
  return [...new Set(tokens.filter((token) => token !== null))];
}

/** What was said, and the names and ids by which a case is found, too. */
export function indexedWords(derived: Pick<DerivedCase, "messages" | "interactions">): string {
  const said = derived.messages
    .filter(({ speaker }) => speaker !== "system")
    .map(({ text }) => text);
  return [...said, ...nameTokensOf(derived)].join("\n");
}
