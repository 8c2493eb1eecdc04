import { eachMatch } from "@/lib/learning/each-match";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const day =
  "(?:\\d{1,2}(?:st|nd|rd|th)?|\\p{L}+(?:first|second|third|th)|(?:twenty|thirty)[ -]?(?:first|second|third|\\p{L}+th)?|first|second|third)";
const year =
  "(?:['’]?\\d{2}|\\d{4}|(?:nineteen|two thousand|twenty)(?:[ -](?:and|oh|\\p{L}+teen|\\p{L}+ty|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine)){0,3})";
const hyphens = "\\u2010-\\u2015";
const numeric = (joint: string): string =>
  `\\d{4}${joint}\\d{1,2}${joint}\\d{1,2}|\\d{1,2}${joint}\\d{1,2}${joint}(?:\\d{4}|\\d{2})`;
const date = `(?:${numeric("[-/. ]")}|${month}\\.?,? (?:the )?${day}(?:,? (?:of )?${year})?|(?:the )?${day} (?:of )?${month}\\.?(?:,? (?:of )?${year})?|${month},? ${year}|\\d{8}|\\d{4})`;
const bornOn = (what: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:born|birth ?dates?|birthdays?|d\\.?o\\.?b\\.?|birth)(?![\\p{L}])[^\\p{N}\\n.!?]{0,30}?(?<value>(?<![\\p{L}\\p{N}])${what})(?![\\p{L}\\p{N}])`,
    "iuy",
  );
const born = bornOn(date);
const bornHyphened = bornOn(`(?:${numeric(`[${hyphens}]`)})`);
/** Cheap search for the announcing words. */
const mayBeBorn = /born|birth|d\.?o\.?b/gi;
/** Maximum distance in characters from those words to the month or a digit of the date. */
const reach = 120;
const mayBeDate = /\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;

const answer = new RegExp(`(?<value>(?<![\\p{L}\\p{N}])${date})(?![\\p{L}\\p{N}])`, "giu");

/**
 * Finds birth dates: dates, written or spoken, announced by words right before them.
 * @param isAsked whether the message before asks for one: then every date is one
 */
export function findBirths(text: string, isAsked: boolean): Candidate[] {
  const found: Candidate[] = [];
  if (!mayBeDate.test(text)) return found;
  if (isAsked) eachMatch(answer, text, (match) => found.push(birthAt(match)));
  else addBorn(found, text, born);
  return found;
}

function addBorn(found: Candidate[], text: string, pattern: RegExp): void {
  eachMatch(mayBeBorn, text, ({ index }, skipTo) => {
    if (!mayBeDate.test(text.slice(index, index + reach))) return;
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    if (match === null) return;
    found.push(birthAt(match));
    skipTo(pattern.lastIndex);
  });
}

function birthAt(match: RegExpExecArray): Candidate {
  const written = match.groups?.value ?? "";
  const end = match.index + match[0].length;
  return {
    type: "BIRTH_DATE",
    start: end - written.length,
    end,
    value: normaliseWords(written),
  };
}

/** A date right after a masked name, of a year in which grown people were born: "<PERSON:…> (1986-03-14)". */
const afterName =
  /<PERSON:[0-9a-f]{16}>[*_"]{0,2},?\s?\(?(?<value>(?:19\d\d|200\d)[-\u2010-\u2015/]\d{1,2}[-\u2010-\u2015/]\d{1,2})(?!\d)/g;
const hasHyphen = new RegExp(`\\d[${hyphens}]\\d`);

/** Finds birth dates after somebody's masked name, and announced ones that are written with other hyphens. */
export function findFurtherBirths(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (text.includes("<PERSON:")) eachMatch(afterName, text, (match) => found.push(birthAt(match)));
  if (hasHyphen.test(text)) addBorn(found, text, bornHyphened);
  return found;
}

/** From this year on a date in a longer message is one of travel or delivery rather than of birth. */
const recent = 2020;
const earliest = 1900;
/** A message of so many words says little but the date that was asked for. */
const shortWords = 8;
const restOfDate = new RegExp(`[${hyphens}]\\d{1,2}[${hyphens}]\\d{1,2}(?!\\d)`, "y");

/**
 * Decides whether a date that `findBirths` found after a question may be the birth date.
 * @returns the candidate, to its end where it is written with other hyphens; null if it is another date or number
 */
export function readAnsweredBirth(text: string, candidate: Candidate): Candidate | null {
  if (candidate.type !== "BIRTH_DATE") return candidate;
  restOfDate.lastIndex = candidate.end;
  const end = candidate.end + (restOfDate.exec(text)?.[0].length ?? 0);
  const written = text.slice(candidate.start, end);
  const isShort = text.trim().split(/\s+/, shortWords + 1).length <= shortWords;
  return mayAnswer(written, isShort) ? { ...candidate, end, value: normaliseWords(written) } : null;
}

/** "1986-03-14" is one in any message, "May 20" and "2025-11-12" in one that says little else, "7334" is no year. */
function mayAnswer(written: string, isShort: boolean): boolean {
  const said = /(?<!\d)\d{4}(?!\d)/.exec(written)?.[0];
  if (said === written && (Number(said) < earliest || Number(said) >= recent)) return false;
  if (isShort) return true;
  if (said !== undefined) return Number(said) < recent;
  return /\d[-\u2010-\u2015/. ]\d|\d{8}|nineteen|twenty \p{L}+|two thousand|['’]\d{2}/iu.test(
    written,
  );
}
