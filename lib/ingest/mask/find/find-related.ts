import { eachMatch } from "@/lib/learning/each-match";
import { lookUpWord } from "../tagger/shipped-tagger";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

const relatives =
  "son|daughter|kid|child|baby|wife|husband|spouse|partner|fianc[ée]e?|mother|mom|mum|father|dad|brother|sister|uncle|aunt|cousin|nephew|niece|grand(?:son|daughter|mother|father|ma|pa|dad|mum|mom)|nana|auntie|oma|opa|mamie|papi|abuel[ao]|nonn[ao]|avó|avô|vovó|friend|girlfriend|boyfriend|boss|roommate|colleague|neighbou?r";
/** "my daughter ayla", "my friend's name is ivan", "dr. okafor": a name in any case. */
const related = new RegExp(
  `(?<!\\p{L})(?:my (?:(?:little|older|younger|best|good|late) )?(?:${relatives})(?:['’]s name is| is (?:called|named)| named|,)? |(?:dr|prof)\\. ?|(?:mr|mrs|ms|miss)\\.? )(?<value>\\p{L}{2,20}(?:['’]\\p{L}{2,20})?)(?![\\p{L}\\p{N}<@_])`,
  "giu",
);
/** Cheap pre-check. */
const mayBe = new RegExp(
  `my (?:\\p{L}+ )?(?:${relatives})|(?:dr|prof)\\.|m(?:rs?|iss|s)[. ]`,
  "iu",
);
/** From this rank on a word is ordinary: "my son will". */
const ordinary = 3;

/** "Ingrid's and Tariq's full names", "Tariq's date of birth": only persons have these. */
const owner =
  /(?<![\p{L}\p{N}<@_])\p{Lu}\p{Ll}[\p{L}\p{M}]{1,20}(?=['’]s (?:(?:and|&|or) \p{Lu}[\p{L}\p{M}]{1,20}['’]s )?(?:(?:full|first|last|legal|complete|exact) (?:legal )?names?|dates? of birth|[Dd][Oo][Bb]s?|birth ?dates?|birthdays?)(?!\p{L}))/gu;
/** "Good morning Wendy," at the beginning of a line or sentence. */
const greeted =
  /(?<=^|\n|[.!?] )(?:[Gg]ood (?:morning|afternoon|evening)|[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey) (?<value>\p{Lu}\p{Ll}[\p{L}\p{M}]{1,20})(?=[,.!]|\n|$)/gu;
const mayBeGreeted = /(?:^|\n|[.!?] )(?:good |dear|hi|hello|hey)/i;
const mayBeOwner = /['’]s .{0,40}(?:names?|birth|dob)/i;

/** Finds names that follow what somebody is to the speaker, or a title, and those whose details are spoken of. */
export function findRelated(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (mayBe.test(text)) {
    eachMatch(related, text, (match) => {
      const written = match.groups?.value ?? "";
      if (!isNameOfPerson(written) && !isNameAfterTitle(match[0], written)) return;
      const end = match.index + match[0].length;
      found.push(person(written, end - written.length));
    });
  }
  if (mayBeGreeted.test(text)) {
    eachMatch(greeted, text, (match) => {
      const written = match.groups?.value ?? "";
      if (!isNameOfPerson(written) || lookUpWord(written.toLowerCase()).isThing) return;
      found.push(person(written, match.index + match[0].length - written.length));
    });
  }
  if (mayBeOwner.test(text)) {
    eachMatch(owner, text, (match) => {
      const { isThing, rank } = lookUpWord(match[0].toLowerCase());
      if (!isThing && rank < ordinary) found.push(person(match[0], match.index));
    });
  }
  return found;
}

function isNameOfPerson(word: string): boolean {
  const { isName, rank } = lookUpWord(word.toLowerCase());
  return isName && rank < ordinary;
}

/** "Mr Okonjo": a title announces a capitalised word that no list knows. */
function isNameAfterTitle(words: string, written: string): boolean {
  const { isThing, rank } = lookUpWord(written.toLowerCase());
  return (
    /^(?:Dr|Prof|Mrs?|Ms|Miss)\b/.test(words) &&
    /^\p{Lu}\p{Ll}/u.test(written) &&
    !isThing &&
    rank === 0
  );
}

function person(written: string, start: number): Candidate {
  return { type: "PERSON", start, end: start + written.length, value: normaliseWords(written) };
}
