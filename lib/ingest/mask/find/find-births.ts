import { eachMatch } from "@/lib/learning/each-match";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const day =
  "(?:\\d{1,2}(?:st|nd|rd|th)?|\\p{L}+(?:first|second|third|th)|(?:twenty|thirty)[ -]?(?:first|second|third|\\p{L}+th)?|first|second|third)";
const year =
  "(?:['’]?\\d{2}|\\d{4}|(?:nineteen|two thousand|twenty)(?:[ -](?:and|oh|\\p{L}+teen|\\p{L}+ty|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine)){0,3})";
const date = `(?:\\d{4}[-/. ]\\d{1,2}[-/. ]\\d{1,2}|\\d{1,2}[-/. ]\\d{1,2}[-/. ](?:\\d{4}|\\d{2})|${month}\\.?,? (?:the )?${day}(?:,? (?:of )?${year})?|(?:the )?${day} (?:of )?${month}\\.?(?:,? (?:of )?${year})?|${month},? ${year}|\\d{8}|\\d{4})`;
const born = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:born|birth ?dates?|birthdays?|d\\.?o\\.?b\\.?|birth)(?![\\p{L}])[^\\p{N}\\n.!?]{0,30}?(?<value>(?<![\\p{L}\\p{N}])${date})(?![\\p{L}\\p{N}])`,
  "iuy",
);
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
  else {
    eachMatch(mayBeBorn, text, ({ index }, skipTo) => {
      if (!mayBeDate.test(text.slice(index, index + reach))) return;
      born.lastIndex = index;
      const match = born.exec(text);
      if (match === null) return;
      found.push(birthAt(match));
      skipTo(born.lastIndex);
    });
  }
  return found;
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
