import type { Message, Quote } from "@/lib/domain/case/case";
import type { KnownFact } from "@/lib/domain/case/handoff-facts";
import type { Sentence } from "@/lib/cases/words/sentences";
import { remember } from "../remember";
import { sentencesOf } from "../sentences-of";
import { findRequests, isOfferOfHelp } from "../slots/find-requests";
import { findRestated } from "../slots/find-restated";
import { readValues, type Value } from "../values/read-values";
import { isSameValue, valuesOf } from "../values/values-of";
import { isCorrectionOf, isProtest } from "./correction-words";
import { isOfAnotherObject } from "./is-of-another";
import { matchesIn } from "@/lib/learning/each-match";

/** The agent reads out what they have: "the notes mention", "you said", "the day is". */
const reading =
  /\b(you(['’]d| had| have| already)? (said|mentioned|told|gave|wanted|asked|see|picked|chose|want|requested|wrote|stated)|(the|your|my|our) (\w+ ){0,2}(file|notes?|record|system|request|form|log|history|message|agent|conversation|screen|colleague|details|entry|ticket)|says?|shows?|showing|mentions?|listed|noted|(the|your) \w+( [\w'’]+){0,5} (is|was|as|being|to be)\b|(the|your) \w+( \w+){0,3}:|(is|was|as|being|for|of|with) (the|your)\b|double[- ]?check\w*|to confirm|just confirming|i (see|gather|understand|have|read)|(i|we)['’]ve got|it is for\b|we have\b)/i;
/** The agent acts on what they have: "I've set it up for", "it is being prepared". */
const acting =
  /\b((i|we)(['’]ve|['’]m| have| am| are| went ahead(?: and)?| took)( just| also| now| already| about to){0,6}( uh| um| er)? (?!got|read|noted|understood|heard|seen|seeing|listed|showing|recorded|looking|pulled|told|had|kept|keeping|been told|sorry|afraid|happy|taking over|going to)(\w+ed|done|put|set|sent|chosen|taken|made|begun|stuck|gone|\w+ing)|(is|been|are|being|now|everything|all) (now |just |being |been |all ){0,8}(?!noted|listed|recorded|supposed|called|named|needed|interested)(\w{3,}ed|set|put|sent|done|underway)|setting|set (it|this|that|everything) up|let['’]s (do|go with|make|say|use)|go(ing)? (with|ahead with)|submitt\w+|prepar\w+|regist\w+|process\w+|arrang\w+|filing|working on)\b/i;
/** An offer or possibility states no given value. */
const offering =
  /\b(available|unavailable|open(s|ing)?|close[sd]?|offer|would you|could you|can i|may i|shall|should i|how about|what about|instead|depart(s|ing)?|leav(es|ing)|arriv(es|ing)|weather|degrees|price|costs?|found|located|successful\w*|fee|total|reference|booked for|i have \d|anything else|there (is|are)|matching|options?|another|alternative|next|until|unfortunately|sorry|not able|unable|conflict\w*|within|by|call you|e-?mail|created|placed on|booked on|current time|window|ago|per (person|passenger|night|item|bag|month)|extra|refund\w*|credit\w*|days?\b.{0,12}\b(working|business)|(working|business) days?)\b/i;

/** The agent introduces themselves or addresses the customer; no value is read out. */
const introducing =
  /\b([Mm]y name(['’]s| is)|speaking( from)?\b|([Tt]his is|I am|I['’]m) (\p{Lu}\p{Ll}+|<PERSON:))|, (Mr|Ms|Mrs)?\.? ?(\p{Lu}\p{Ll}+|<PERSON:[0-9a-f]{16}>)[.!]$/u;
const greeting =
  /\b(thanks?|hi|hello|welcome|good (day|morning|afternoon|evening)|this is the|(can|may) i (help|do for))\b/i;
/** A statement that there is nothing names no other value. */
const denied = /\b(not|no|never|nothing|nobody|without|unable|empty|cannot|only see)\b|n['’]t\b/i;

type Mismatch = {
  readonly sentence: Sentence;
  readonly given: Quote;
  readonly what: string;
};

/**
 * Where the receiving agent states or acts on a value other than the customer's: another value of the same kind that
 * nobody had named, or a statement that the customer corrects with an earlier value.
 */
export function findMismatchFacts(
  before: readonly Message[],
  after: readonly Message[],
): readonly KnownFact[] {
  const isElsewhere = isOfAnotherObject(before, after);
  const earlier = [...before];
  return after.flatMap((message, index) => {
    const isAgent = message.speaker === "agent" && message.text !== "";
    const reply = isAgent ? replyTo(after, index) : null;
    const found = isAgent ? mismatchIn(message, { before, earlier, reply, isElsewhere }) : null;
    earlier.push(message);
    return found === null ? [] : [factOf(message, found)];
  });
}

function factOf(message: Message, { sentence, given, what }: Mismatch): KnownFact {
  const { text, start, end } = sentence;
  return {
    kind: "detail",
    what,
    given,
    by: "customer",
    after: acting.test(text) ? "lost" : "contradicted",
    seen: { message: message.ordinal, start, end },
  };
}

type Around = {
  readonly before: readonly Message[];
  readonly earlier: readonly Message[];
  readonly reply: Message | null;
  /** Whether the contact is about another order, reservation or item than those before. */
  readonly isElsewhere: boolean;
};

function replyTo(after: readonly Message[], index: number): Message | null {
  const next = after.slice(index + 1).find(({ tool, text }) => tool === null && text !== "");
  return next?.speaker === "customer" ? next : null;
}

function mismatchIn(message: Message, around: Around): Mismatch | null {
  const statements = sentencesOf(message).filter(
    ({ text }) => !text.endsWith("?") || reading.test(text),
  );
  for (const sentence of around.isElsewhere ? [] : statements) {
    const other = otherValue(sentence, around);
    if (other !== null && !namesGiven(message, other, around)) return other;
  }
  // The reply answers an open question or an offer of help, and corrects nothing.
  const isAnswer =
    findRequests(message).some(({ sentence }) => isOpen(sentence, around.earlier)) ||
    sentencesOf(message).some(isOfferOfHelp);
  return isAnswer ? null : corrected(message, statements, around);
}

/** The agent names the customer's value too: there are two things. */
function namesGiven({ text }: Message, { given }: Mismatch, { before }: Around): boolean {
  const words = (before[given.message]?.text ?? "").slice(given.start, given.end);
  return words !== "" && text.toLowerCase().includes(words.toLowerCase());
}

/** A question without a value of its own asks for one. */
function isOpen({ text }: Sentence, earlier: readonly Message[]): boolean {
  return readValues(text).length === 0 && otherName(text, earlier) === null;
}

/** A value of a kind that the customer had given, which nobody had named before. */
function otherValue(sentence: Sentence, { before, earlier }: Around): Mismatch | null {
  const { text } = sentence;
  if (offering.test(text) || (!reading.test(text) && !acting.test(text))) return null;
  const name = introducing.test(text) ? null : otherName(text, earlier);
  const given = name === null ? null : givenName(before, wordBefore(text, text.indexOf(name)));
  if (given !== null) return { sentence, given, what: "name" };
  for (const value of readValues(text)) {
    if (earlier.some((message) => isNamed(message, value))) continue;
    if (typeOf(value) === "<person" && introducing.test(text)) continue;
    const given = givenLike(value, text, before);
    if (given !== null) return { sentence, given, what: kindWords[value.kind] };
  }
  return null;
}

/** Capitalised words inside a sentence; days and months are values of another kind. */
const proper =
  /(?<=[\p{L}\p{N},:;'"] )(?<!\b(?:hi|hello|hey|dear|thanks|you|regards),? )(\p{Lu}\p{Ll}{2,})(?:['’]s)?(?=[\s.,;:!?]|$)/gu;
const notNames = new Set(
  "thank thanks hello sorry good great okay please also now just let security lyft uber basic flight order january february march april may june july august september october november december".split(
    " ",
  ),
);

/** A name that nobody had mentioned before. */
function otherName(text: string, earlier: readonly Message[]): string | null {
  const names = matchesIn(proper, text).map(([, name = ""]) => name);
  const unheard = names.filter((name) => {
    return isName(name) && !earlier.some((message) => holdsWord(message, name.toLowerCase()));
  });
  return names.length > 0 && unheard.length === names.length ? (unheard[0] ?? null) : null;
}

function isName(word: string): boolean {
  return !notNames.has(word.toLowerCase()) && readValues(word).length === 0;
}

function holdsWord(message: Message, word: string): boolean {
  return lowerCaseOf(message).includes(word);
}

const lowerCaseOf = remember(({ text, toolCalls }: Message) =>
  [text, ...toolCalls.map(({ args }) => args)].join(" ").toLowerCase(),
);

/** The latest name that the customer used after the same word: "to Leeds" is not compared with "with Ann". */
function givenName(before: readonly Message[], lead: string): Quote | null {
  for (const message of before.toReversed()) {
    if (message.speaker !== "customer") continue;
    const name = namesIn(message).find((each) => lead === "" || each.lead === lead);
    if (name !== undefined) return name.quote;
  }
  return null;
}

const namesIn = remember(({ ordinal, text }: Message) =>
  matchesIn(proper, text)
    .filter(([, name = ""]) => isName(name))
    .map(({ index, 0: { length } }) => ({
      lead: wordBefore(text, index),
      quote: { message: ordinal, start: index, end: index + length },
    })),
);

/** In lower case; "" at the beginning. */
function wordBefore(text: string, at: number): string {
  return /(\p{L}+)\W*$/u.exec(text.slice(0, at))?.[1]?.toLowerCase() ?? "";
}

const kindWords: Readonly<Record<Value["kind"], string>> = {
  day: "day",
  time: "time",
  date: "date",
  code: "number or name",
  number: "number",
  place: "part of town",
  level: "level",
};

function isNamed(message: Message, value: Value): boolean {
  return [...valuesOf(message), ...calledWith(message)].some((each) => isSameValue(each, value));
}

const calledWith = remember(({ toolCalls }: Message) =>
  toolCalls.flatMap(({ args }) => readValues(args)),
);

/** The latest value of the same kind that the customer gave; codes and numbers must have the same shape. */
function givenLike(value: Value, text: string, before: readonly Message[]): Quote | null {
  if (before.length === 0 || text === "") return null;
  for (const message of before.toReversed()) {
    if (message.speaker !== "customer") continue;
    const like = valuesOf(message).find(
      (each) =>
        each.kind === value.kind && isAlike(foundIn(message.text, each), foundIn(text, value)),
    );
    if (like !== undefined) return { message: message.ordinal, start: like.start, end: like.end };
  }
  return null;
}

/** Nouns counted in bookings and orders, with synonyms. */
const counted = [
  /\b(guests?|people|persons?|adults|children|passengers?|travell?ers?|party|seats?|tickets?|table|of us)\b/i,
  /\b(nights?|days?|weeks?|stay|length|long)\b/i,
  /\b((bed)?rooms?|size)\b/i,
  /\b(items?|pieces?|boxes|units?|copies|count|number of|licen[cs]es|bags?)\b/i,
];

/** A value, the words around it and the word before it. */
type Found = Value & { readonly around: string; readonly lead: string };

function foundIn(text: string, value: Value): Found {
  return { ...value, around: around(text, value), lead: wordBefore(text, value.start) };
}

/** The type of a pseudonym, "<account", or the whole value if it is not masked. */
function typeOf({ value }: Value): string {
  return value.split(":")[0] ?? value;
}

/** Depends on the day of the message. */
const relativeDay = /^(?:today|tomorrow|tonight)$/;

function isAlike(one: Found, other: Found): boolean {
  if (one.kind === "day" && [one, other].some(({ value }) => relativeDay.test(value))) return false;
  if (one.kind !== "code" && one.kind !== "number") return true;
  // Pseudonyms can only be compared for equality: "your account is" and "my account is" are different roles.
  if (one.value.startsWith("<")) return typeOf(one) === typeOf(other) && one.lead === other.lead;
  const isCount = one.kind === "number" && one.value.length < 3 && other.value.length < 3;
  if (isCount) return counted.some((what) => isOf(what, one) && isOf(what, other));
  if (one.value.length !== other.value.length) return false;
  const differing = Array.from(one.value).filter((letter, at) => letter !== other.value[at]).length;
  return differing <= Math.max(2, one.value.length / 3);
}

const nearCharacters = 30;
const bareCharacters = 12;

/** A bare answer counts whatever was asked. */
function isOf(what: RegExp, { around }: Found): boolean {
  return around.length <= bareCharacters || what.test(around);
}

/** The words near a value, which include the counted noun. */
function around(text: string, { start, end }: Value): string {
  return text.slice(Math.max(0, start - nearCharacters), end + nearCharacters);
}

function isAsking(message: Message): boolean {
  return sentencesOf(message).at(-1)?.text.endsWith("?") === true;
}

/** The customer corrects the agent with an earlier value, or says that they had given it. */
function corrected(
  message: Message,
  statements: readonly Sentence[],
  { before, reply }: Around,
): Mismatch | null {
  const stated = statements.filter(
    ({ text }) => !offering.test(text) && !greeting.test(text) && !introducing.test(text),
  );
  const sentence =
    stated.findLast(({ text }) => acting.test(text)) ??
    stated.findLast(({ text }) => reading.test(text));
  if (reply === null || sentence === undefined) return null;
  const restated = findRestated(reply, before);
  if (denied.test(sentence.text)) return null;
  if (restated === null ? !isProtest(reply.text) : !isCorrectionOf(reply.text, isAsking(message))) {
    return null;
  }
  if (restated !== null && isTaken(sentence, restated.earlier, before)) return null;
  const first = before.findLast(({ speaker }) => speaker === "customer");
  if (first === undefined) return null;
  const given = restated?.earlier ?? {
    message: first.ordinal,
    start: 0,
    end: first.text.length,
  };
  return { sentence, given, what: "what the customer had said" };
}

/** The agent had named it, and the customer says yes. */
function isTaken(
  { text }: Sentence,
  { message, start, end }: Quote,
  before: readonly Message[],
): boolean {
  const words = (before[message]?.text ?? "").slice(start, end).toLowerCase();
  return text.toLowerCase().includes(words);
}
