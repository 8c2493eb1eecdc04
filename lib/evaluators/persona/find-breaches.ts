import type { Message, Quote } from "@/lib/domain/case/case";
import type { PersonaTerms } from "@/lib/domain/settings/persona-contract";
import { rememberText } from "@/lib/learning/remember-text";
import { findMarkers } from "../style/measure-style";

/** A broken rule of the contract. */
type Breach = { readonly words: string; readonly quotes: readonly Quote[] };

/**
 * Finds the rules of a contract that an AI agent's messages in one contact break: banned phrases, a
 * greeting or farewell without required words, a prompt that is not approved.
 * @param said at least one message, in order
 */
export function findBreaches(said: readonly Message[], terms: PersonaTerms): readonly Breach[] {
  return [
    ...bannedPhrases(said, terms.bannedPhrases),
    ...missing(said[0], terms.greetings, "the greeting lacks its words"),
    ...missing(said.at(-1), terms.signOffs, "the farewell lacks its words"),
    ...otherPrompts(said, terms.prompts),
  ];
}

function bannedPhrases(said: readonly Message[], phrases: readonly string[]): readonly Breach[] {
  return phrases.flatMap((phrase): Breach[] => {
    const quotes = findMarkers(said, wholeWords(phrase));
    return quotes.length === 0 ? [] : [{ words: `“${phrase}” must not be said`, quotes }];
  });
}

function missing(
  message: Message | undefined,
  wanted: readonly string[],
  words: string,
): readonly Breach[] {
  if (message === undefined || wanted.length === 0) return [];
  if (wanted.some((phrase) => findMarkers([message], wholeWords(phrase)).length > 0)) return [];
  return [{ words, quotes: [{ message: message.ordinal, start: 0, end: message.text.length }] }];
}

/** A prompt without any approved version is not covered by the contract. */
function otherPrompts(said: readonly Message[], approved: readonly string[]): readonly Breach[] {
  const names = new Set(approved.map((each) => each.slice(0, Math.max(0, each.lastIndexOf("@")))));
  const found = new Map<string, Message>();
  for (const message of said) {
    const { promptName, promptVersion } = message;
    if (promptVersion === null || !names.has(promptName ?? "")) continue;
    const prompt = promptName === null ? promptVersion : `${promptName}@${promptVersion}`;
    if (!approved.includes(prompt) && !found.has(prompt)) found.set(prompt, message);
  }
  return [...found].map(([prompt, { ordinal, text }]) => ({
    words: `prompt ${prompt} is not approved`,
    quotes: [{ message: ordinal, start: 0, end: text.length }],
  }));
}

/** A pattern of a phrase at word boundaries, memoised; any apostrophe and any whitespace match. */
const wholeWords: (phrase: string) => RegExp = rememberText((phrase) => {
  const source = phrase
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, "giu");
});
