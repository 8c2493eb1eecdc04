import { eachMatch } from "@/lib/learning/each-match";
import { lookUpWord } from "../tagger/shipped-tagger";
import { states } from "./find-secrets";
import type { Candidate } from "../text-masker";

const about =
  "(?:mother['’]?s |mothers |father['’]?s |mum['’]?s |mom['’]?s )?maiden name|(?:first|childhood|oldest|favou?rite) (?:pet|dog|cat|hamster|rabbit|horse|teacher|school|boss|best friend|friend|nickname|superhero)(?:['’]?s name)?|(?:pet|dog|cat)['’]?s name|security (?:answer|word|phrase)|answer to (?:my|the) security question|secret (?:answer|word)|memorable (?:word|name|place)|code ?word";
/** A name of up to three words; one in lower case ends at the first. */
const value =
  "(?:an? )?[\"'“]?(?<value>\\p{Lu}[\\p{L}\\p{M}\\p{N}'’-]+(?: \\p{Lu}[\\p{L}\\p{M}\\p{N}'’-]+){0,2}|[\\p{Ll}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]{2,})";
const answer = new RegExp(
  `(?<!\\p{L})(?:(?:[Mm]y|[Tt]he|[Hh]er|[Hh]is|[Oo]ur) (?:${about})(?: name)?|[Mm](?:other|um|om)['’]?s maiden name|[Mm]aiden name|[Ss]ecurity answer|(?:[Ff]irst|[Ff]avou?rite) (?:pet|teacher|car|school)|[Mm]emorable word|(?:[Dd]er )?[Mm]ädchenname meiner Mutter|nom de jeune fille de ma mère|apellido de soltera de mi madre|cognome da nubile di mia madre|meisjesnaam van mijn moeder)(?: (?:is|was|were|ist|lautet|est|es|è)(?: (?:called|named))?| (?:called|named)|:) ${value}`,
  "gu",
);
const mayBe =
  /maiden|jeune fille|soltera|nubile|meisjesnaam|mädchenname|first|childhood|oldest|favou?rite|['’]?s name|security|secret|memorable|code ?word|pet |teacher /i;
/** Such words are followed by the answer whatever it is; "my first dog was …" also by what the dog was like. */
const certain =
  /maiden|jeune fille|soltera|nubile|meisjesnaam|mädchenname|name|security|secret|memorable|code ?word/i;
/** From this rank on a word in lower case is ordinary. */
const ordinary = 3;
/** Words after "my first dog was" that name nothing. */
const remark =
  /^(?:a|an|the|my|your|not|never|very|really|so|too|also|still|just|in|on|at|to|for|with|from|when|who|that|this|it|is|was|called|named|and|or|but|great|good|nice|bad|lost|sick|dead|old|young|small|big|black|white|brown|correct|wrong|incorrect|updated|changed|needed|required|missing|different|spelled|spelt)$/i;

/** Finds answers to security questions in statements: "my first dog was Buddy", "mother's maiden name is moore". */
export function findSecurityAnswers(text: string): Candidate[] {
  if (!mayBe.test(text)) return [];
  const found: Candidate[] = [];
  eachMatch(answer, text, (match) => {
    const said = match.groups?.value ?? "";
    if (remark.test(said) || states.test(said)) return;
    const start = match.index + match[0].length - said.length;
    if (!certain.test(text.slice(match.index, start)) && isOrdinary(said)) return;
    const end = start + said.length;
    found.push({ type: "KEY", start, end, value: said.toLowerCase(), isAnnounced: true });
  });
  return found;
}

function isOrdinary(said: string): boolean {
  if (/^\p{Lu}/u.test(said)) return false;
  const { isName, rank } = lookUpWord(said);
  return rank >= ordinary && !isName;
}
