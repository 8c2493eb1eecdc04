import type { Message } from "@/lib/domain/case/case";
import type { PromiseReception } from "@/lib/domain/case/case-promise";
import type { Sentence } from "@/lib/cases/words/sentences";
import { rememberBoth } from "../remember-both";
import type { PromisedThing } from "./find-commitments";
import { sentencesOf } from "../sentences-of";
import { isConditional } from "./clauses";
import { isAbout, namesSum } from "./is-about";
import { spokenSentences } from "../spoken-text";
import { mattersIn, takesUp } from "./takes-up";

export type Reception = Pick<PromiseReception, "reception" | "quote">;

const notMentioned: Reception = { reception: "not-mentioned", quote: null };

const not =
  "(?:do(?:es)?n['’]?t|do(?:es)? not|can['’]?t|can ?not|couldn['’]?t|could not|unable to|not able to|didn['’]?t|did not|never|not)";
const thing =
  "(?:record|note|notes|trace|sign|mention|entry|information|info|indication|evidence|promise|commitment|agreement|such|credit|refund|voucher|call-?back|appointment|visit|replacement|request|ticket|that|this|it|any of (?:that|this)|anything)";
/** The agent does not know of it. */
const unknown = new RegExp(
  [
    `\\b${not} (?:\\w+ ){0,2}(?:see|seeing|find|finding|locate|pull up|recogni[sz]e|confirm)\\b`,
    `\\b${not} (?:\\w+ )?(?:have|show|showing|know of|know about|aware of)(?: \\w+){0,3} ${thing}\\b`,
    `\\b(?:no|without (?:a|any)|zero|not a) (?:\\w+ ){0,2}${thing}\\b`,
    "\\bnothing (?:\\w+ ){0,3}(?:about|on|in|here|for|from|noted|recorded|documented|agreed|promised|like that|of the sort)\\b",
    "\\b(?:was|were|is|has|have|had|been)(?: not|n['’]t| never)(?: been)? (?:\\w+ ){0,1}(?:noted|logged|recorded|documented|approved|authori[sz]ed|agreed|promised|booked|scheduled|arranged|registered|raised|requested|issued|entered|mentioned|on (?:file|record|the system|your account))\\b",
    "\\b(?:have|has|did)(?: not|n['’]t| never) (?:\\w+ )?(?:approved?|authori[sz]ed?|agreed?|promised?|offer(?:ed)?)\\b",
    "\\b(?:is|are|was|were)n['’]?t (?:in|on|there|listed|part of|among)\\b",
    "\\bbut not (?:the|a|any)\\b|\\bwould have (?:seen|shown|been)\\b",
    "\\b(?:who|whoever) (?:told|promised) you\\b|\\bnews to (?:me|us)\\b",
    "\\b(?:i|we) (?:do not|don['’]t) (?:do|offer|give) (?:that|those|such)\\b",
  ].join("|"),
  "i",
);
/** The agent has it in front of them. */
const known =
  /\b((i|we)( can)?( already)? (see|have|found)|(i|we)['’]ve got|noted|the note|as (agreed|promised|discussed)|already|earlier|my colleague|still|confirmed?|aware|on file|in progress|in hand|under ?way|pending|on track|in place|history|on (my|the|our) (screen|system)|in (my|the|our) (notes?|log|system|queue)|logged|recorded|assigned|scheduled|(was|is|has been|have been|been) (\w+ )?(booked|scheduled|on its way|arranged|added|issued|applied|processed|approved|sent|due|coming|raised|set)|it['’]s (\w+ )?(booked|on its way|there|added|coming|through|done)|went (out|through)|will still)\b/i;
const negative = /\b(not|no|nobody|none|never|nothing|without|unable|empty)\b|n['’]t\b/i;
/** "Not yet" is not "unknown". */
const onItsWay = /\b(yet|still|takes?|within|days|will|can|could|may|might|should)\b|['’]ll\b/i;
/** A refusal by the rules is not "unknown". */
const refusing =
  /\b(eligib\w+|polic(y|ies)|exceptions?|partial|(ability|able|unable|allowed|possible) to (issue|offer|process|provide|give|grant|make))\b/i;
/** Says that something else is missing. */
const otherThing =
  /\b(account|(an|the|any|your|that|this) order|order number|order #?\w*\d|reservation|booking|profile|user|address|card|payment method|name|item|product|flight|password|file number|e-?mail address)\b/i;
const pointing =
  /\b(that|this|it|such|any|anything|nothing|of the sort|promise[ds]?|told|empty)\b/i;
/** The customer refers to what they were told. */
const referring =
  /\b(promise[ds]?|told|said|says|offered|agreed|guaranteed|suppose[ds]?|was going to|were going to|waiting|where['’]?s|where (is|are)|any news|mentioned|mentions|heard|never|due(?! to)|still)\b|\b(check on|status of|look at|what about|how is it going with) (the|my|that|your)\b/i;
/** Refers only in the words that name the thing: "the status of my refund". */
const following =
  /\b(remember|status|check on|get the|the one|in the system|just make sure|should (be (there|here|on|in|with)|have (been|come|got|had|arrived)))\b/i;
/** Asks for the thing rather than after it: "I'd like a refund". */
const requesting =
  /\b(i['’]d (like|prefer|love)|i (would like|want|need|wish)|i(['’]m| am) (requesting|asking)|(can|could|would|will) (you|i|we|they)|please|(don['’]?t|do not|can['’]?t|cannot) (remember|recall))\b/i;
/** The customer says that they contacted the company themselves. */
const ownContact =
  /\b(?:i|we)(?:['’]ve| have| had)?(?: just| already| also)? (?:call|phon|text|e-?mail|messag|r[au]ng|wrote|written|spoke)\w*(?: (?:to|with))? (?:you|u|your|them|in)\b|(?:^|[,.;] ?)(?:call|phon|text|e-?mail|messag)\w*ed (?:you|u)\b/gi;
const money = /\b(credit(ed)?|refund(ed)?|money|voucher|compensation|note)\b/i;
const longestSentence = 300;

/**
 * How the agents of a later contact received a promise, by their first words about it. "denied" requires that the
 * customer raised it in that contact; "ignored" that they did and no agent responded.
 */
export const findReception: (thing: PromisedThing, after: readonly Message[]) => Reception =
  rememberBoth(readReception);

function readReception(thing: PromisedThing, after: readonly Message[]): Reception {
  const matters = new Set<string>();
  let wasRaised = false;
  let isFresh = false;
  for (const message of after) {
    if (message.speaker === "customer") {
      const raising = raisingSentences(message, thing);
      isFresh = raising.length > 0;
      wasRaised ||= isFresh;
      for (const matter of mattersBeside(message, raising)) matters.add(matter);
      continue;
    }
    if (message.speaker !== "agent" || message.text === "") continue;
    const reception = receptionIn(message, thing, { wasRaised, isFresh, matters });
    if (reception !== null) return reception;
    isFresh = false;
  }
  return wasRaised ? { reception: "ignored", quote: null } : notMentioned;
}

/** The references and amounts in the sentences that raise a promise, and in those beside them. */
function mattersBeside(message: Message, raising: readonly Sentence[]): readonly string[] {
  if (raising.length === 0) return [];
  const sentences = sentencesOf(message);
  return sentences.flatMap(({ text }, index) => {
    const near = [sentences[index - 1], sentences[index], sentences[index + 1]];
    return near.some((each) => each !== undefined && raising.includes(each)) ? mattersIn(text) : [];
  });
}

/** The sentences by which a customer raises the promise rather than reports their own contact or asks for another. */
function raisingSentences(message: Message, thing: PromisedThing): readonly Sentence[] {
  const sentences = sentencesOf(message);
  return sentences.filter((sentence, index) => {
    if (namesSum(sentence, thing)) return true;
    const text = sentence.text.replace(ownContact, " ");
    if (!isAbout({ text }, thing)) return false;
    if (referring.test(text)) return true;
    if (requesting.test(text)) return false;
    const beside = [sentences[index - 1], sentences[index + 1]];
    return following.test(text) || beside.some((each) => each !== undefined && refers(each));
  });
}

function refers({ text }: Sentence): boolean {
  return !requesting.test(text) && referring.test(text.replace(ownContact, " "));
}

/** Whether the customer raised it in this contact, whether in the message before, and the references they used. */
type Raised = {
  readonly wasRaised: boolean;
  readonly isFresh: boolean;
  readonly matters: ReadonlySet<string>;
};

function receptionIn(message: Message, thing: PromisedThing, raised: Raised): Reception | null {
  for (const sentence of spokenSentences(message)) {
    const { text, start, end } = sentence;
    if (text.length > longestSentence) continue;
    const reception = receive(sentence, thing, raised);
    if (reception !== null) return { reception, quote: { message: message.ordinal, start, end } };
  }
  return null;
}

function receive(
  sentence: Sentence,
  thing: PromisedThing,
  { wasRaised, isFresh, matters }: Raised,
): "known" | "denied" | null {
  const { text } = sentence;
  if (takesUp(text, thing.kind, matters)) return "known";
  const isNamed = isAbout(sentence, thing);
  const isMeant = isNamed || (isFresh && pointing.test(text) && !otherThing.test(text));
  if (!isMeant) return null;
  const isNegative = negative.test(text);
  if (refusing.test(text)) return null;
  const isDenied = unknown.test(text) || (isNamed && isNegative && !onItsWay.test(text));
  if (wasRaised && isDenied) return "denied";
  if (text.endsWith("?") || isNegative || isConditional(text) || !known.test(text)) return null;
  if (namesSum(sentence, thing) && (wasRaised || money.test(text))) return "known";
  if (isNamed && (wasRaised || (thing.amount === null && isParticular(thing)))) {
    return "known";
  }
  return isFresh && /\b(yes|correct|indeed)\b/i.test(text) ? "known" : null;
}

/** Things that an agent names only because of the promise. */
function isParticular({ kind }: PromisedThing): boolean {
  return kind === "callback" || kind === "visit" || kind === "replacement";
}
