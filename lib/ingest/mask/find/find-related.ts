import { eachMatch } from "@/lib/learning/each-match";
import { lookUpWord } from "../tagger/shipped-tagger";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

const relatives =
  "son|daughter|kid|child|baby|wife|husband|spouse|partner|fianc[ée]e?|mother|mom|mum|father|dad|brother|sister|uncle|aunt|cousin|nephew|niece|grand(?:son|daughter|mother|father|ma|pa)|friend|girlfriend|boyfriend|boss|roommate|colleague|neighbou?r";
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

/** Finds names that follow what somebody is to the speaker, or a title. */
export function findRelated(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!mayBe.test(text)) return found;
  eachMatch(related, text, (match) => {
    const written = match.groups?.value ?? "";
    const { isName, rank } = lookUpWord(written.toLowerCase());
    if (!isName || rank >= ordinary) return;
    const end = match.index + match[0].length;
    const start = end - written.length;
    found.push({ type: "PERSON", start, end, value: normaliseWords(written) });
  });
  return found;
}
