import type { Interaction, Message } from "@/lib/domain/case/case";
import { isOtherScript, countFunctionWords } from "@/lib/learning/is-other-language";
import { wordsOf } from "@/lib/learning/words-of";

/** A contact as rules are evaluated on it. */
export type DisclosedContact = {
  readonly interaction: Interaction;
  /** Its messages in order. */
  readonly messages: readonly Message[];
  /** As declared; null if not known. */
  readonly region: string | null;
  /** µs; null if not known. */
  readonly startUs: number | null;
};

export type SpeakerClass = "ai" | "human" | "agent" | "customer" | "system";

const hasWords = /[\p{L}\p{N}]/u;

/** Whose words a message holds: `agent` is one whose kind is not known; null for a tool's, or without words. */
export function speakerOf(message: Message): SpeakerClass | null {
  const { speaker, agentKind, text } = message;
  if (!hasWords.test(text) || speaker === "tool") return null;
  if (speaker === "customer") return "customer";
  if (speaker === "agent") return agentKind === "unknown" ? "agent" : agentKind;
  return isPrompt(text) ? null : "system";
}

/** A model's instructions rather than an announcement to the customer. */
function isPrompt(text: string): boolean {
  return (
    text.length > 400 ||
    /\byou are (?:an?|the)\b|\byour (?:task|role|job|goal)\b|\byou (?:must|should)\b|\b(?:always|never|do not) \w+|\bthe (?:user|customer|caller)\b|\binstructions?\b/i.test(
      text,
    )
  );
}

/** True if times tell the messages apart. */
export function hasTimes(messages: readonly Message[]): boolean {
  return new Set(messages.map(({ atUs }) => atUs)).size > 1 || messages.length < 2;
}

const wordsMin = 3;
/** So many words without an English function word are not English. */
const wordsMax = 8;
const letterBeyondAscii = /(?![\0-\x7f])\p{Script=Latin}/u;
const unheard =
  /^\W*(?:\[?\(?(?:redacted|removed|stripped|masked|inaudible|unintelligible|unclear|deleted|no transcript)\)?\]?\W*)+$/i;

/** Why the words of messages cannot be read; null if they can. */
export function findUnreadable(messages: readonly Message[]): string | null {
  const texts = messages.map(({ text }) => text);
  if (texts.some((text) => unheard.test(text))) {
    return "Words of this contact were removed or not understood.";
  }
  return [...texts, texts.join("\n")].some(isForeign)
    ? "Its words are not in English, the only language this rule is written in."
    : null;
}

/** Stricter than `isOtherLanguage`, which lets short texts pass: what cannot be read must not count as missing. */
function isForeign(text: string): boolean {
  if (isOtherScript(text)) return true;
  const words = wordsOf(text);
  const { ours, theirs } = countFunctionWords(words);
  if (words.length >= wordsMin && theirs > ours) return true;
  const hasNone = ours === 0 && words.length > wordsMin;
  return hasNone && (words.length >= wordsMax || letterBeyondAscii.test(text));
}
