import { eachMatch } from "@/lib/learning/each-match";
import type { Candidate } from "../text-masker";

const at = "(?:at|arroba|arobase|ät|chez|\\(a\\)|@)";
const endings =
  "(?:com|org|net|edu|gov|info|biz|io|co|me|app|dev|ai|eu|de|at|ch|uk|ie|fr|be|nl|lu|es|pt|it|pl|cz|se|no|dk|fi|ru|tr|in|pk|cn|jp|kr|sg|au|nz|ca|mx|br|ar|cl|za|ng|ke)";
const dot = "(?:dot|punkt|punto|ponto|point|\\.)";
/** jane_doe(at)acme.com, jane [at] acme [dot] com, jane{at}acme.com */
const bracketed = new RegExp(
  `(?<![\\p{L}\\p{N}_.])[\\p{L}\\p{N}_.+%'-]{1,64}\\s{0,2}[([{<]\\s{0,2}${at}\\s{0,2}[)\\]}>]\\s{0,2}[\\p{L}\\p{N}-]{1,63}(?:\\s{0,2}(?:\\.|[([{<]\\s{0,2}${dot}\\s{0,2}[)\\]}>])\\s{0,2}[\\p{L}\\p{N}-]{1,63}){1,4}`,
  "giu",
);
const mayBeBracketed = /[([{<]\s{0,2}(?:at|arroba|arobase|ät|chez|@)\s{0,2}[)\]}>]/i;
/** jane=2Edoe=40acme=2Ecom */
const quotedPrintable = /(?<![\w.+=-])[\w.+=-]{1,64}=40[\w=-]{1,63}(?:\.[\w=-]{1,63}){0,4}/g;
/** jane.doe @ gmail.com, jane.doe at gmail.com */
const spaced = new RegExp(
  `(?<![\\p{L}\\p{N}_.])(?=[\\p{L}\\p{N}.+-]{0,63}[._+\\d])[\\p{L}\\p{N}_.+-]{2,64}\\s{1,2}(?:at|@)\\s{0,2}[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,3}(?:\\.| \\. )${endings}(?![\\p{L}\\p{N}])`,
  "giu",
);
const mayBeSpaced = /\s(?:at|@)\s{0,2}[\p{L}\p{N}-]{1,63}\s?\./iu;
/** The end of a dictated address: "at gmail dot com". */
const dictatedHost = new RegExp(
  `(?<=\\s)(?:(?:at|arroba|ät)\\s(?:[a-z0-9-]{1,40}(?:\\smail)?|(?:[a-z0-9]\\s){2,20}[a-z0-9])\\s(?:dot|punkt|punto|ponto)|(?:arobase|chez)\\s[a-z0-9-]{1,40}\\spoint)\\s${endings}(?:\\s(?:dot|punkt|punto|ponto|point)\\s${endings})?(?![\\p{L}\\p{N}])`,
  "giu",
);
const mayBeDictated = /\s(?:dot|punkt|punto|ponto|point)\s/i;
const joint = /^(?:dot|punkt|punto|ponto|point|underscore|dash|hyphen|minus|plus|period)$/i;
const wordsMax = 40;
/** Numbers that are said as words. */
const spokenNumber =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;

/** Finds obfuscated mail addresses: words or brackets for their signs, or spelled letter by letter. */
export function findWrittenMail(text: string): Candidate[] {
  const found: Candidate[] = [];
  const add = (start: number, written: string): void => {
    found.push({ type: "EMAIL", start, end: start + written.length, value: addressOf(written) });
  };
  const addAll = (pattern: RegExp): void =>
    eachMatch(pattern, text, ({ 0: written, index }) => add(index, written));
  if (mayBeBracketed.test(text)) addAll(bracketed);
  if (text.includes("=40")) addAll(quotedPrintable);
  if (mayBeSpaced.test(text)) addAll(spaced);
  if (!mayBeDictated.test(text)) return found;
  eachMatch(dictatedHost, text, ({ 0: host, index }) => {
    const start = startOfLocal(text, index);
    if (start !== null) add(start, text.slice(start, index + host.length));
  });
  return found;
}

/**
 * Start of the local part before "at": a word, preceded by single letters or digits and words such as "dot".
 * @returns null if there is none
 */
function startOfLocal(text: string, end: number): number | null {
  const before = text.slice(Math.max(0, end - 200), end);
  const words = [...before.matchAll(/[\p{L}\p{N}_.+-]+/gu)].slice(-wordsMax);
  let first: number | null = null;
  let isJoined = true;
  for (const word of words.reverse()) {
    const isJoint = joint.test(word[0]);
    const isSingle = word[0].length === 1 || spokenNumber.test(word[0]);
    if (!isJoined && !isJoint && !isSingle) break;
    // After a whole word only a joint may precede; after a single letter another letter too.
    first = word.index;
    isJoined = isJoint;
    if (!isJoint && !isSingle && !isJointBefore(before, word.index)) break;
  }
  return first === null ? null : end - before.length + first;
}

function isJointBefore(text: string, index: number): boolean {
  return /\s(?:dot|punkt|punto|ponto|point|underscore|dash|hyphen|minus|plus|period)\s+$/i.test(
    text.slice(Math.max(0, index - 20), index),
  );
}

/** The address in normal spelling, so that equal ones have equal pseudonyms. */
function addressOf(written: string): string {
  return written
    .toLowerCase()
    .replace(/=([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\s{0,2}[([{<]\s{0,2}(?:at|arroba|arobase|ät|chez|@)\s{0,2}[)\]}>]\s{0,2}/u, "@")
    .replace(/\s{0,2}[([{<]\s{0,2}(?:dot|punkt|punto|ponto|point|\.)\s{0,2}[)\]}>]\s{0,2}/gu, ".")
    .replace(/\s(?:dot|punkt|punto|ponto|point|period)(?=\s)/g, ".")
    .replace(/\sunderscore(?=\s)/g, "_")
    .replace(/\s(?:dash|hyphen|minus)(?=\s)/g, "-")
    .replace(/\s(?:at|arroba|arobase|ät|chez)(?=\s)/g, "@")
    .replace(/\s+/g, "");
}
