import { splitSentences } from "@/lib/cases/words/sentences";

/** One sentence's assertion, and its position in the answer (UTF-16, `end` exclusive). */
export type ClaimText = {
  /** The sentence without references to sources or knowledge such as "according to the documents". */
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/** An answer's assertions, and how many of its sentences only say that something is not known. */
export type ClaimsOfAnswer = {
  readonly claims: readonly ClaimText[];
  readonly unknowns: number;
  /** Claims past `claimsMax`, which are not compared. */
  readonly unread: number;
};

/** Claims per answer that are compared, each with every sentence of the sources. */
const claimsMax = 100;

const sources =
  "(?:the |these |those |our )?(?:provided |given |available |retrieved )?(?:documents?|passages?|context|sources?|articles?)(?: provided)?";
const talk = new RegExp(
  [
    `\\b(?:according to|based on|as (?:stated|mentioned|described) in|from) ${sources},?`,
    `\\b${sources} (?:mentions?|states?|says?|suggests?)(?: that)?\\b`,
    "\\bit is (?:mentioned|stated|said|noted|important to note|essential to note|worth noting)(?: that)?\\b",
    "^did you know(?: that)?\\b",
    "^i ?['’] ?m not sure ?,? ?(?:but|if|about that)?\\b",
    "^i (?:think|believe|guess|know|heard|do know)(?: that)?\\b",
  ].join("|"),
  "gi",
);
const unknown = new RegExp(
  [
    "\\b(?:(?:do(?:es)? not|do(?:es)?n ?['’]?t|cannot|can['’]?t|could not|no|not) (?:\\w+ ){0,3}[^.]{0,40}(?:information|details?|answer|mention|knowledge|data|context|documents?|passages?)",
    "(?:information|details?|answer) (?:is|are) not (?:available|provided|given|mentioned|specified)",
    "(?:i|we) (?:do not|don['’]t) know)\\b",
  ].join("|"),
  "i",
);

/** Greetings, introductions, thanks, apologies, offers of help: not looked up in sources. */
const courtesy =
  /^\W*(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))\b[^.!?]{0,60}[,.!]?|(?:thanks|thank you)\b.*|(?:i['’]m |i am |we['’]re |we are )?(?:so |very |really |truly )?sorry\b.*|(?:this is|i['’]m|i am)\b[^.!?]{0,60}\b(?:assistant|agent|team|customer care|support)\b.*|(?:let (?:me|us) know|feel free|please (?:let|feel|reach))\b.*|(?:is there|do you have) (?:anything|any)\b.*\?)$/is;

/** "Kind regards": a name follows. */
const signOff =
  /^\W*(?:(?:with )?(?:(?:kind|best|warm)(?:est)? )(?:regards|wishes)|all the best|sincerely|yours (?:sincerely|faithfully|truly))\b[^.!?]{0,40}$/i;

/** Finds an answer's assertions, one per sentence; a sentence that says something is not known asserts nothing. */
export function findClaims(answer: string): ClaimsOfAnswer {
  const claims: ClaimText[] = [];
  let unknowns = 0;
  let unread = 0;
  for (const { text, start, end } of splitSentences(answer)) {
    if (signOff.test(text)) break;
    if (courtesy.test(text)) continue;
    if (unknown.test(text)) unknowns += 1;
    else if (claims.length === claimsMax) unread += 1;
    else
      claims.push({ text: text.replaceAll(talk, (found) => " ".repeat(found.length)), start, end });
  }
  return { claims, unknowns, unread };
}
