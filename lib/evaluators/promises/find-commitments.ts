import type { Message, Quote } from "@/lib/domain/case/case";
import type { PromiseKind } from "@/lib/domain/case/case-promise";
import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import { remember } from "../remember";
import { kindOfGeneralPromise } from "./general-promise";
import { promiseRules, type PromiseRule } from "./promise-rules";
import { readAmounts } from "./read-amounts";
import { findSpokenDue, type SpokenDue } from "./spoken-due";

/** The kind and amount of a promise, which identify it within a case. */
export type PromisedThing = { readonly kind: PromiseKind; readonly amount: number | null };

/** A promise as made, without its fulfilment. */
export type Commitment = {
  readonly quote: Quote;
  readonly message: Message;
  readonly thing: PromisedThing;
  /** "credit of $40". */
  readonly what: string;
  readonly due: SpokenDue | null;
};

const mayPromise =
  /\b(will|shall|going to|should|expect|goes|(send|order|book|schedul|arrang|ship|com|pay|return)ing|arranged|booked|scheduled|asked|told|set up|way|promise|guarantee|would be|look out|being|knocking|getting|putting)\b|['’]ll\b/i;
/** Conditional on the customer, denied, or wished: not a promise. */
const conditional =
  /\b(if|unless|once|provided|assuming|in case|should you|in order to|to proceed|whether)\b|\b(when|after|until|before|as soon as) (you|your|it|this|that|these|both|the (?!end\b|close\b)|\w+(ation|ing|al)\b)|\b(please|you can|you could|just) (call|ring|phone|contact|visit)\b|\bgive us a (call|ring)\b/i;
const negated =
  /\b(won['’]t|will not|will never|['’]ll not|shall not|cannot|can['’]t|not be able|unable|not going to|don['’]t|wouldn['’]t|would(?! be \w+ed (?:in|within|by)\b)|could|might|how|what|usually|normally|typically|in general|polic(?:y|ies)|no (?:refunds?|credits?|replacement|compensation))\b(?! i will do)/i;
/** Done during the conversation: not a promise. */
const immediate =
  /\b(now|right away|immediately|straight ?away|for you today|one moment|(in|just|give me) an? (moment|second|sec|minute|min)|go ahead|proceed|while you wait|as we speak)\b/i;
/** The whole message proposes something and asks for consent. */
const proposing =
  /\(yes\/no\)|\b(please confirm|to confirm|confirm (that|if|whether|you|the|these|with|before)|do you (confirm|agree|approve)|(do you want|would you like) (me|us|to (proceed|go|continue|confirm|move|book|change|keep))|shall (i|we)|should i (proceed|go ahead|submit|process|place|do)|(reply|type|say|respond|answer) (with )?["“'‘]?yes|is (that|this|it) (ok|okay|alright|all right|acceptable|correct|right)|(sound|look)s? (good|right|correct|ok(ay)?)\?|let me know if (you['’]d like|you would like|you want|this|that)|(may|can) i (proceed|go ahead))/i;
/** Some agents output JSON, which is not said to the customer. */
const programText = /^\s*[[{]|\\n|":/;
/** A sentence that may give the time of the one before. */
const continues =
  /^(it|this|that|they|he|she|these|please allow|allow|expect|you should|you['’]ll|you will|you can expect|the (refund|credit|money|amount|replacement|call))\b/i;

/**
 * Finds commitments of agents for themselves or the company: a future tense, someone who acts, and
 * a thing that the customer gets. Conditional, negated, asked, proposed and immediate acts are left
 * out. Repetitions within a contact count once.
 */
export const findCommitments: (messages: readonly Message[]) => readonly Commitment[] =
  remember(readCommitments);

function readCommitments(messages: readonly Message[]): readonly Commitment[] {
  const found: Commitment[] = [];
  for (const message of messages) {
    if (message.speaker !== "agent" || !mayPromise.test(message.text)) continue;
    if (isProgramText(message.text) || proposing.test(message.text)) continue;
    for (const made of commitmentsIn(message)) {
      const index = found.findIndex((known) => isSame(known, made));
      const known = found[index];
      if (known === undefined) found.push(made);
      else found[index] = joined(known, made);
    }
  }
  return withSharedThings(found);
}

/** Shares one PromisedThing object between equal promises, so that memoised readers run once. */
function withSharedThings(commitments: readonly Commitment[]): readonly Commitment[] {
  const things = new Map<string, PromisedThing>();
  return commitments.map((commitment) => {
    const { kind, amount } = commitment.thing;
    const key = `${kind} ${String(amount)}`;
    const thing = things.get(key) ?? commitment.thing;
    things.set(key, thing);
    return { ...commitment, thing };
  });
}

/** True for text meant for a program. */
export function isProgramText(text: string): boolean {
  return programText.test(text);
}

function isSame(known: Commitment, made: Commitment): boolean {
  if (known.message.interaction !== made.message.interaction) return false;
  const [one, other] = [known.thing, made.thing];
  if (one.kind !== other.kind) return false;
  return one.amount === null || other.amount === null || one.amount === other.amount;
}

/** The first statement, completed by later ones. */
function joined(known: Commitment, made: Commitment): Commitment {
  const named = known.thing.amount === null ? made : known;
  return { ...known, what: named.what, thing: named.thing, due: known.due ?? made.due };
}

function commitmentsIn(message: Message): readonly Commitment[] {
  const sentences = splitSentences(message.text);
  return sentences.flatMap((sentence, index) => {
    if (!mayCommit(sentence.text)) return [];
    const due = findSpokenDue(sentence.text) ?? dueOf(sentences[index + 1]);
    const rule = ruleOf(sentence.text, due !== null);
    if (rule === null) return [];
    if (due === null && (rule.needsDue || immediate.test(sentence.text))) return [];
    return [commitment(message, sentence, rule, due)];
  });
}

function mayCommit(text: string): boolean {
  if (text.endsWith("?") || !mayPromise.test(text)) return false;
  return !conditional.test(text) && !negated.test(text);
}

function ruleOf(text: string, isTimed: boolean): PromiseRule | null {
  const worded = promiseRules.find(({ made }) => made.some((each) => each.test(text)));
  if (worded !== undefined) return worded;
  const general = kindOfGeneralPromise(text, isTimed);
  return promiseRules.find(({ kind }) => kind === general) ?? null;
}

function dueOf(sentence: Sentence | undefined): SpokenDue | null {
  if (sentence === undefined || !continues.test(sentence.text)) return null;
  return conditional.test(sentence.text) ? null : findSpokenDue(sentence.text);
}

function commitment(
  message: Message,
  sentence: Sentence,
  { kind, what, made }: PromiseRule,
  due: SpokenDue | null,
): Commitment {
  const isMoney = kind === "credit" || kind === "refund";
  const sum = isMoney ? sumOf(sentence.text, made) : null;
  return {
    quote: { message: message.ordinal, start: sentence.start, end: sentence.end },
    message,
    thing: { kind, amount: sum?.value ?? null },
    what: sum === null ? what : `${what} of ${sum.words}`,
    due,
  };
}

/** The amount in the committing clause, else in its sentence. */
function sumOf(
  text: string,
  made: readonly RegExp[],
): ReturnType<typeof readAmounts>[number] | null {
  const committing = made.map((each) => each.exec(text)?.[0]).find((words) => words !== undefined);
  return readAmounts(committing ?? "").at(-1) ?? readAmounts(text)[0] ?? null;
}
