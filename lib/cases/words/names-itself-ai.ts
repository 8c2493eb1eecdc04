import { plainSpeech } from "./plain-speech";
import type { Sentence } from "./sentences";

const name = "\\p{Lu}[\\p{L}'.]*(?: \\p{Lu}[\\p{L}'.]*)?";
const role = "(\\p{L}[^,.:!?()|\\n–—]{1,40})";
/** "Iris, AI assistant: Your booking is confirmed.", "AI assistant: Hello." */
const label = new RegExp(`^(?:${name}\\s?[,(|–—-]\\s?)?${role}\\)?:\\s`, "u");
const regards =
  "(?:^|\\n|[—–-]\\s?|\\b(?:[Rr]egards|[Tt]hanks|[Tt]hank you|[Yy]ours|[Bb]est|wishes|[Ss]incerely|[Cc]heers)\\b[,:]?\\s?)";
const ofWhom = "(?:\\s?[,|@(–—-]\\s?[^.!?\\n]{1,40}|\\s(?:at|from|of|for|with)\\s[^.!?\\n]{1,40})?";
/** "Kind regards, Vera — AI agent, Orlen Parcels", also on lines of their own. */
const signature = new RegExp(
  `${regards}(${name}(?: ?[,(|–—-] ?|\\n)(?:your |an? |our |the )?${role}\\)?${ofWhom}\\)?[.!]?)$`,
  "u",
);
/** A role followed by whose it is: "AI agent at Orlen". */
const whose = / (?:at|from|of|for|with) .*$/;
const signatureMax = 160;

/**
 * Finds where a message says who writes it, by a label before its words or a signature after them.
 * @param isMachine whether plain words name a machine that answers customers
 * @returns null if it does not name one
 */
export function findSelfName(text: string, isMachine: (words: string) => boolean): Sentence | null {
  const isNamed = (role: string | undefined): boolean =>
    role !== undefined && isMachine(plainSpeech(role).replace(whose, ""));
  const before = label.exec(text.slice(0, signatureMax));
  if (before !== null && isNamed(before[1])) {
    return { text: before[0].trim(), start: 0, end: before[0].trimEnd().length };
  }
  const whole = text.trimEnd();
  const from = Math.max(0, whole.length - signatureMax);
  const after = signature.exec(whole.slice(from));
  if (after === null || !isNamed(after[2])) return null;
  const words = after[1] ?? "";
  return { text: words, start: whole.length - words.length, end: whole.length };
}
