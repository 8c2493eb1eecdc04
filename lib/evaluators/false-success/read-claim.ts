import { findActionWords } from "@/lib/cases/words/actions";
import { isRefusal } from "@/lib/cases/words/failure";
import { polarityOf } from "../resolution/polarity";

/** What a sentence of an agent says of an act: that it was done, that it failed, or neither. */
export type Claim = "done" | "failed" | null;

const auxiliary = String.raw`(?:has|have|['’]ve|['’]s|is|are|['’]re|was|were|been|got)`;
const adverbs = String.raw`(?:(?:now|already|just|also|both|all|been|\w+ly) ){0,4}`;
const participle = String.raw`([a-z]+(?:ed|ne|de|nt|id)|set|complete)`;
/** "Has been cancelled", "I've successfully updated"; "All done for you"; "Refund processed." */
const accomplished = [
  new RegExp(String.raw`${auxiliary} ${adverbs}${participle}\b`, "gi"),
  new RegExp(String.raw`\bsuccessfully ${participle}\b`, "gi"),
  new RegExp(String.raw`\b${participle} for you\b`, "gi"),
  new RegExp(String.raw`^(?:[^\s:]+ ){0,3}${participle}[.!]*$`, "gi"),
];
/** Participles that call any act done. */
const completions =
  /^(?:done|made|set|complete|completed|processed|submitted|confirmed|initiated|finali[sz]ed|approved|arranged|sorted|fulfilled|recorded|requested|granted|executed)$/i;
/** Begins a sentence about what is not yet, or ends one that asks. */
const conditional =
  /^\W*(?:if|once|when|unless|until|after|before|as soon as|should)\b|\?\W{0,5}$/i;
/** Before the participle: planned, possible, denied. */
const unreal =
  /\b(?:if|once|when|unless|until|before|after|will|would|can|could|should|may|might|to be|shall|let me|let['’]s|(?:need|want|like|have|try|trying|going|able) to|ensure|make sure|not|never|cannot|without)\b|n['’]t\b|['’]ll\b/i;
/** After it: "is cancelled once the service is back". */
const onCondition = /^[^,;]{0,40}\b(?:if|once|unless|until)\b/i;
/** What an agent says of its own side: "we are booked". */
const ofOneself = /\b(?:we|i)(?:['’]re|['’]m| are| am) (?:\w+ )?[a-z]*(?:booked|closed)\b/i;
/** A rule that follows from success: "no further changes can be made". */
const furtherOnes = /\b(?:further|again|additional|any ?more|other)\b/i;
/** Reasons and statuses as quoted, such as 'no longer needed'. */
const quoted =
  /(?<=\s)['‘][^'‘’]{1,60}['’](?=[\s.,;)]|$)|["“][^"“”]{1,60}["”]|\bno longer needed\b/gi;

/** What a sentence says of an act that it names. */
export function readClaim(sentence: string): Claim {
  const text = sentence.replaceAll("_", " ").replace(quoted, (words) => " ".repeat(words.length));
  if (conditional.test(text) || ofOneself.test(text)) return null;
  if (isRefusal(text) || polarityOf(text) === -1) return furtherOnes.test(text) ? null : "failed";
  return isAccomplished(text) ? "done" : null;
}

function isAccomplished(text: string): boolean {
  return accomplished.some((pattern) =>
    [...text.matchAll(pattern)].some(
      ({ 0: found, 1: word = "", index }) =>
        (completions.test(word) || findActionWords(word).length > 0) &&
        !unreal.test(text.slice(0, index)) &&
        !onCondition.test(text.slice(index + found.length)),
    ),
  );
}
