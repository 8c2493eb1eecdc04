import type { Message, Quote } from "@/lib/domain/case/case";
import type { Sentence } from "@/lib/cases/words/sentences";
import { ofWord, readWords } from "@/lib/learning/read-words";
import { remember } from "../remember";
import { sentencesOf } from "../sentences-of";
import { findRequests } from "../slots/find-requests";
import { findGiven } from "../slots/find-given";
import type { Slot } from "../slots/slot";
import { slots } from "../slots/slots";

/** Features of a question, each 0 to 1, in the order of `featureNames`. */
export type QuestionFeatures = {
  readonly numbers: readonly number[];
  /** The asking sentence, or null if the message requests nothing. */
  readonly asked: Sentence | null;
  readonly slots: readonly Slot[];
  /** Where the first requested value had been given. */
  readonly given: Quote | null;
};

export const featureNames = [
  "known-all",
  "known-share",
  "known-in-task",
  "known-share-in-task",
  "any-in-task",
  "other-role",
  "recognised",
  "answered-before",
  "same-question-answered",
  "same-question-unanswered",
  "words-said",
  "given-lately",
  "given-long-ago",
  "new-task-since",
  "failure-since",
  "asks-for-another",
  "customer-asked",
  "is-identity",
  "many-slots",
  "first-turns",
] as const;

const another =
  /\b(another|other|different|instead|else|new|second|next|alternative|change|rather|more)\b/i;
const newTask =
  /\b(also|another|as well|too|next|one more|new|second|instead|different|other|change)\b/i;
const failure =
  /\b(unfortunately|sorry|unavailable|not available|unable|no (match\w*|results?|such)|conflict\w*|n['’]?t (find|have|see|available)|none|try another|cannot|can['’]t|fully booked|too small)\b/i;
const noAnswer = /\b(don['’ ]?t (know|have|remember)|not sure|no idea|forgot)\b/i;
const questionWords = new Set(
  "what which who where when how would could can may you your you're like me please need want have has had do does did is are was were be the a an of for to in on at with i we us our it its this that any some and or so ok okay alright sure great thanks thank provide give tell know let ask help get make will name number book booking looking prefer interested first".split(
    " ",
  ),
);

/**
 * Features of what an agent's message requests, given the messages before it.
 * @param hidden names of slots to ignore, so that a fit learns to do without them
 */
export function questionFeatures(
  question: Message,
  messages: readonly Message[],
  hidden: ReadonlySet<string>,
): QuestionFeatures {
  const before = messages.slice(0, messages.indexOf(question));
  const given = findGiven(messages, question.ordinal);
  const requests = findRequests(question);
  const request = requests.findLast((each) => each.slots.length > 0) ?? requests.at(-1);
  const asked = request?.sentence ?? lastQuestion(question);
  const named = namedSlots(question).filter(({ name }) => !hidden.has(name));
  const known = named.filter(({ name }) => given.has(name));
  const quote = known.map(({ name }) => given.get(name)).find((each) => each !== undefined);
  const inTask = findGiven(messages.slice(taskStart(before)), question.ordinal);
  const knownInTask = named.filter(({ name, isIdentity }) =>
    (isIdentity ? given : inTask).has(name),
  );
  const numbers = [
    ...slotNumbers(named, known),
    ...slotNumbers(named, knownInTask).slice(0, 2),
    Number(knownInTask.length > 0),
    Number(hasOtherRole(asked?.text ?? "", quote ?? null, messages)),
    ...historyNumbers(asked?.text ?? question.text, before, named),
    ...sinceNumbers(quote ?? null, before),
    Number(another.test(asked?.text ?? question.text)),
    Number(before.findLast(isCustomer)?.text.includes("?") === true),
    Number(named.length > 0 && named.every(({ isIdentity }) => isIdentity)),
    Number(named.length > 1),
    Number(before.filter(isCustomer).length <= 1),
  ];
  return { numbers, asked, slots: named, given: quote ?? null };
}

const done =
  /\b(booked|reserved|scheduled|confirmed|success\w*|all set|reference( number)?|anything (else|more)|further (help|questions)|else i can)\b/i;
const request =
  /\b(also|another|as well|additionally|now i|next|one more thing)\b.*|\b(i['’ ]*(d| would)? (also )?(need|want|like|am looking|['’ ]m looking)|looking for|can you|could you|help me|find me|book me|get me)\b/i;

/** Start of the customer's current request: values given for a finished one do not count. */
function taskStart(before: readonly Message[]): number {
  return Math.max(
    0,
    before.findLastIndex((message, index) => {
      if (!isCustomer(message) || !request.test(message.text)) return false;
      const answered = before[index - 1];
      return /\b(also|another|as well)\b/i.test(message.text) || done.test(answered?.text ?? "");
    }),
  );
}

const roles = [
  /\b(leav\w*|depart\w*|start\w*|from|pick\w*|begin\w*)\b/i,
  /\b(arriv\w*|end|until|get there|be there|wrap up|finish|return\w*|back)\b/i,
];

/** Requests a departure time where an arrival time was given. */
function hasOtherRole(text: string, quote: Quote | null, messages: readonly Message[]): boolean {
  if (quote === null) return false;
  const said = messages.find(({ ordinal }) => ordinal === quote.message)?.text ?? "";
  const near = said.slice(Math.max(0, quote.start - 25), quote.end);
  const [asked, given] = [text, near].map((words) => roles.findIndex((role) => role.test(words)));
  return asked !== -1 && given !== -1 && asked !== given;
}

const isCustomer = ({ speaker }: Message): boolean => speaker === "customer";

function lastQuestion(question: Message): Sentence | null {
  return sentencesOf(question).findLast(({ text }) => text.endsWith("?")) ?? null;
}

const namedSlots = remember((question: Message): readonly Slot[] => {
  const asking = sentencesOf(question).filter(({ text }) => text.endsWith("?"));
  const texts = asking.length > 0 ? asking : findRequests(question).map(({ sentence }) => sentence);
  return slots.filter(({ asked }) => texts.some(({ text }) => asked.test(text)));
});

function slotNumbers(named: readonly Slot[], known: readonly Slot[]): readonly number[] {
  const share = named.length === 0 ? 0 : known.length / named.length;
  return [Number(share === 1), share, Number(named.length > 0)];
}

/** Whether it was requested before, and whether the customer had used the question's words. */
function historyNumbers(
  text: string,
  before: readonly Message[],
  named: readonly Slot[],
): readonly number[] {
  const own = stemsOf(text);
  let [answeredSlot, answered, unanswered] = [0, 0, 0];
  for (const [index, message] of before.entries()) {
    if (message.speaker !== "agent") continue;
    const alike = likeness(own, saidStems(message));
    const reply = before[index + 1];
    const isAnswered =
      reply?.speaker === "customer" && !reply.text.includes("?") && !noAnswer.test(reply.text);
    const sameSlots = namedSlots(message).filter((slot) => named.includes(slot));
    if (isAnswered && named.length > 0 && sameSlots.length === named.length) answeredSlot = 1;
    if (isAnswered) answered = Math.max(answered, alike);
    else unanswered = Math.max(unanswered, alike);
  }
  const said = new Set(before.filter(isCustomer).flatMap((message) => [...saidStems(message)]));
  const spoken = [...own].filter((stem) => said.has(stem)).length;
  return [answeredSlot, answered, unanswered, own.size === 0 ? 0 : spoken / own.size];
}

/** How long ago it was given, and what came between. */
function sinceNumbers(quote: Quote | null, before: readonly Message[]): readonly number[] {
  if (quote === null) return [0, 0, 0, 0];
  const since = before.filter(({ ordinal }) => ordinal > quote.message);
  const turns = since.filter(isCustomer).length;
  const isNew = since.some((message) => isCustomer(message) && newTask.test(message.text));
  const isFailed = since.some(({ speaker, text }) => speaker === "agent" && failure.test(text));
  return [Number(turns <= 1), Number(turns >= 4), Number(isNew), Number(isFailed)];
}

const stemOf = ofWord((word) => word.replace(/(ing|ed|es|s)$/, "").slice(0, 6));
const isTelling = ofWord((word) => word.length > 2 && !questionWords.has(word));

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(readWords(text).words.filter(isTelling).map(stemOf));
}

const saidStems = remember(({ text }: Message) => stemsOf(text));

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return shared / (one.size + other.size - shared);
}
