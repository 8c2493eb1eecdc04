import type { Message, Quote } from "@/lib/domain/case/case";
import type { PromiseKind } from "@/lib/domain/case/case-promise";
import type { Sentence } from "@/lib/cases/words/sentences";
import { remember } from "../remember";
import { isConditional, namesStep, splitClauses, type Clause } from "./clauses";
import { readConsent } from "./consent";
import { kindOfGeneralPromise } from "./general-promise";
import { joinMessageNames, messageName, paperIn, withoutHeading } from "./paper";
import { withoutDecimalPoints } from "./phrases";
import { promiseRules, type PromiseRule } from "./promise-rules";
import { readAmounts } from "./read-amounts";
import { findSpokenDue, isBareSpan, type SpokenDue } from "./spoken-due";
import { spokenSentences, spokenText } from "../spoken-text";

/** What identifies a promise within a case. */
export type PromisedThing = {
  readonly kind: PromiseKind;
  readonly amount: number | null;
  /** Of a message what it brings: "instruction", "confirmation"; null if not said. */
  readonly paper: string | null;
};

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
  /\b(will|shall|going to|should|expect|goes|(send|order|book|schedul|arrang|ship|com|pay|return)ing|arranged|booked|scheduled|asked|told|set up|way|promise|guarantee|would be|look out|being|knocking|getting|putting)\b|['’]ll\b|\b(?:refund|reimburse|funds)[^!?;\n]{0,140}\d (?:\w{1,20} )?(?:hour|day|week)|\d (?:\w{1,20} )?(?:hour|day|week)s? for (?:the|your)\b|\b(?:once|after|as soon as|when)\b[^!?;\n]{0,80}\b(?:is|are)\b/i;
/** Denied, wished, general or only possible: not a promise. */
const negated =
  /\b(won['’]t|will not|will never|['’]ll not|shall not|cannot|can['’]t|not be able|unable|not going to|don['’]t|doesn['’]t|isn['’]t|aren['’]t|wouldn['’]t|would(?! be \w+ed (?:in|within|by)\b)|could|might|usually|normally|typically|generally|in general|polic(?:y|ies)|any (?:eligible|applicable|qualifying)|no (?:\w+ ){0,2}(?:refunds?|credits?|replacement|compensation|fees?|charges?))\b(?! i will do)|^\W*(?:how|what|here['’]s (?:how|what)|this is (?:how|what))\b/i;
/** What usually happens is no date. */
const usual = /\b(?:usually|normally|typically|generally)\b/i;
const waiting = /\b(?:once|when|after|as soon as|upon)\b/i;
/** "5 days after scan". */
const afterStep =
  /\b(?:minutes?|hours?|days?|weeks?|months?) (?:after|from|of|following|once|upon) (?!(?:today|now|this)\b)/i;
/** What the speaker does during the conversation: not a promise. */
const immediate =
  /\b(now|right away|immediately|straight ?away|for you today|one moment|(in|just|give me) an? (moment|second|sec|minute|min)|go ahead|proceed|while you wait|as we speak)\b/i;
const ownAct = /\b(?:i|we)(?:['’](?:ll|m|re)| will| shall| am| are)\b/i;
/** A sentence that may give the time of the one before. */
const continues =
  /^\W*(it|this|that|they|he|she|these|please (?:allow|note)|allow|expect|you should|you['’]ll|you will|you can expect|(the |your |\w+ )?(refunds?|credits?|money|amount|replacement|call))\b/i;

/** Maximum number of sentences back from "the refund" to the one that names its amount. */
const amountSentences = 3;
const refunding = /\b(?:refund|reimburse|credit)(?:s|ed|ing|ment)?\b(?=.*[$€£]|.*\d)/i;

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
    const { kind, amount, paper } = commitment.thing;
    const key = `${kind} ${String(amount)} ${String(paper)}`;
    const thing = things.get(key) ?? commitment.thing;
    things.set(key, thing);
    return { ...commitment, thing };
  });
}

function isSame(known: Commitment, made: Commitment): boolean {
  if (known.message.interaction !== made.message.interaction) return false;
  const [one, other] = [known.thing, made.thing];
  if (one.kind !== other.kind) return false;
  if (!agree(one.amount, other.amount)) return false;
  if (agree(one.paper, other.paper)) return true;
  if (known.message !== made.message) return false;
  return brings(known, other.paper) || brings(made, one.paper);
}

/** The words name what the other message brings too: "instructions and labels". */
function brings({ message, quote }: Commitment, paper: string | null): boolean {
  const words = message.text.slice(quote.start, quote.end).toLowerCase();
  return paper !== null && words.includes(paper);
}

function agree<Value>(one: Value | null, other: Value | null): boolean {
  return one === null || other === null || one === other;
}

/** The first statement, completed by later ones. */
function joined(known: Commitment, made: Commitment): Commitment {
  const named = known.thing.amount === null ? made : known;
  const thing = { ...named.thing, paper: known.thing.paper ?? made.thing.paper };
  const what = thing.kind === "message" ? joinMessageNames(known.what, made.what) : named.what;
  return { ...known, what, thing, due: known.due ?? made.due };
}

function commitmentsIn(message: Message): readonly Commitment[] {
  const sentences = spokenSentences(message);
  const made = sentences.flatMap((sentence, index) => {
    if (!mayPromise.test(sentence.text)) return [];
    const clauses = splitClauses(sentence);
    return clauses.flatMap((clause, at) => {
      const next = at === clauses.length - 1 ? sentences[index + 1] : undefined;
      const before = sentences.slice(Math.max(0, index - amountSentences), index);
      const said = [
        ...before.map((each) => each.text),
        sentence.text.slice(0, clause.start - sentence.start),
      ];
      const read = readClause(clause, next, said);
      if (read === null) return [];
      return [commitment(message, clause, { ...read, before })];
    });
  });
  if (made.length === 0) return made;
  const waits = readConsent(spokenText(message));
  return made.filter(({ quote }) => !waits(quote.end));
}

function readClause(
  clause: Clause,
  next: Sentence | undefined,
  before: readonly string[],
): Pick<Reading, "rule" | "due"> | null {
  if (!mayCommit(clause)) return null;
  const ownDue = findSpokenDue(clause.text);
  if (ownDue === null && immediate.test(clause.text) && ownAct.test(clause.text)) return null;
  const due = ownDue ?? dueOf(next);
  const isTimed = due !== null && !isBareSpan(due);
  const rule = ruleOf(clause.text, isTimed, before);
  if (rule === null) return null;
  const timing = [clause.condition, clause.text, ownDue === null ? (next?.text ?? "") : ""];
  return { rule, due: due !== null && isUndated(timing.join(" ")) ? null : due };
}

function mayCommit({ text, condition }: Clause): boolean {
  if (text.endsWith("?") || !mayPromise.test(text)) return false;
  return !isConditional(`${condition}, ${text}`) && !negated.test(text);
}

/** The rule of the thing promised; null if the clause promises none. */
function ruleOf(said: string, isTimed: boolean, before: readonly string[]): PromiseRule | null {
  const text = withoutDecimalPoints(said);
  const worded = promiseRules.find(({ made }) => made.some((each) => each.test(text)));
  const general =
    worded !== undefined && (isTimed || !worded.needsDue)
      ? worded.kind
      : kindOfGeneralPromise(text, isTimed, before);
  const named = general === "credit" && isRefund(text) ? "refund" : general;
  return promiseRules.find(({ kind }) => kind === named) ?? null;
}

/** "The refund to your gift card", "your $10.48 refund": no credit. */
function isRefund(text: string): boolean {
  return (
    /\brefunds?\b/i.test(text) &&
    !/\b(?:vouchers?|certificates?|goodwill|credit(?! cards?))\b/i.test(text)
  );
}

function dueOf(sentence: Sentence | undefined): SpokenDue | null {
  if (sentence === undefined || !continues.test(sentence.text)) return null;
  return isConditional(sentence.text) ? null : findSpokenDue(sentence.text);
}

/** "within 5 days after the return is processed", "typically 5 days": a length of time from which no date follows. */
function isUndated(text: string): boolean {
  return usual.test(text) || afterStep.test(text) || (waiting.test(text) && namesStep(text));
}

/** What was read of a clause, and the sentences before it. */
type Reading = {
  readonly rule: PromiseRule;
  readonly due: SpokenDue | null;
  readonly before: readonly Sentence[];
};

function commitment(message: Message, clause: Clause, { rule, due, before }: Reading): Commitment {
  const { kind, what, made } = rule;
  const isMoney = kind === "credit" || kind === "refund";
  const words = withoutHeading(clause.text);
  const sum = isMoney ? (sumOf(clause.text, made) ?? sumBefore(before)) : null;
  return {
    quote: { message: message.ordinal, start: clause.start, end: clause.end },
    message,
    thing: {
      kind,
      amount: sum?.value ?? null,
      paper: kind === "message" ? paperIn(words) : null,
    },
    what: kind === "message" ? messageName(words) : sum === null ? what : `${what} of ${sum.words}`,
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

/** The amount that "the refund" refers to: the last one named for a refund shortly before in the message. */
function sumBefore(before: readonly Sentence[]): ReturnType<typeof readAmounts>[number] | null {
  const named = before.findLast(({ text }) => refunding.test(text));
  return named === undefined ? null : (readAmounts(named.text).at(-1) ?? null);
}
