import type { AssembledCase, Evidence, Message } from "@/lib/domain/case/case";
import type { PromiseKind } from "@/lib/domain/case/case-promise";
import { isCall, type Channel } from "@/lib/domain/trace/channel";
import { isFailureText } from "@/lib/cases/words/failure";
import type { Sentence } from "@/lib/cases/words/sentences";
import { isReadOnlyTool } from "@/lib/cases/words/actions";
import { snakeCase } from "@/lib/cases/words/transfer";
import { messagesOfContacts } from "../messages-of-contacts";
import { remember } from "../remember";
import { rememberBoth } from "../remember-both";
import { sentencesOf } from "../sentences-of";
import type { Commitment, PromisedThing } from "./find-commitments";
import { isAbout, namesSum } from "./is-about";
import { mayConcern } from "./may-concern";
import { meansMessage, namesOtherPaper, paperIn } from "./paper";
import { readAmounts } from "./read-amounts";
import { spokenSentences } from "../spoken-text";

/** Evidence that a promise was kept in time, late or broken, and when it was seen. */
export type Fulfilment = {
  readonly status: "kept" | "late" | "broken";
  readonly because: string;
  readonly evidence: Evidence;
  readonly atUs: number;
};

/** What a message shows; `isDated` if it says or is when it was done, not only that it was. */
type Shown = Fulfilment & { readonly isDated: boolean };

type Conversation = Pick<AssembledCase, "messages" | "interactions">;

const dayUs = 86_400_000_000;

const toolByKind: Partial<Record<PromiseKind, RegExp>> = {
  credit: /(^|_)(credit|goodwill|compensat\w*|voucher|certificate)(_|$)/,
  refund: /(^|_)(refund|reimburse|reverse|waive)(_|$)/,
  replacement: /(^|_)(replac\w*|reship|resend|swap)(_|$)/,
  message:
    /(^|_)(email|mail|sms|text|notify|message|letter|instructions?|label|confirmation|receipt|invoice|summary)(_|$)/,
};

const absent =
  /\b(never|not|nothing|nobody|no ?one|hasn['’]?t|haven['’]?t|didn['’]?t|isn['’]?t|wasn['’]?t|don['’]?t|doesn['’]?t|can['’]?t|still (no|not|waiting))\b[^.?!;]{0,30}\b(c[ao]me|came|arrived?|received?|had|got|get|gotten|called|call|rang|ring|phoned|show(ed|n)?|heard|hear|happen(ed|s)?|appear(ed)?|turned up|seen|see|there|here|credited|refunded|sent|posted|through|done|processed|issued|added|take place|in my|materiali[sz]ed?|reach(ed)? me)\b|\b(no sign of|went nowhere|so much for)\b|\bstill (waiting|no)\b|\bnothing came\b/i;
const present =
  /\b(got|received|have got|i have|i['’]ve (got|had|received)|thanks for|thank you for) (the|my|that|a|your|both) (\S+ ){0,2}(credit|refund|money|voucher|call|call-?back|e-?mail|text|letter|message|confirmation|replacement|new (one|card|router|modem|device)|technician|engineer|visit|update)\b|\b(credit|refund|money|replacement|technician|engineer|e-?mail|letter|parcel|package)( has| have)?( just)? (came|come|arrived|showed up|landed|went through|been (credited|added|here))\b|\b(credit|refund|money|replacement|escalation) is (already )?(sorted|there|here|in|done|on my)\b|[$€£]\s?\d[\d.,]*( \w+)?( has| have)?( just)? (came|come|arrived|landed|turned up|went) ?(through|in|back|today|yesterday|this)\b/i;
const promisedTo = /\b(promised|told|offered|said|supposed|should|would|was to|were to|if)\b/i;
const done =
  /\b((has|have|had|was|were|is|been|['’]s|['’]ve)(?: been)?(?: already| now| just)? (booked|issued|processed|added|put|applied|credited|refunded|sent|completed|posted|paid|delivered|shipped|replaced|fixed|approved and sent|on your (account|bill|card))|(it|that|credit|refund|payment|money|replacement)( has| have)? (went|gone) (through|out)|(went|gone) back (on|onto|to|into) your)\b/i;
/** The money itself rather than a fee of the same amount, or a manual credit to the account. */
const moneyGiven =
  /\b(credit|refund|money|voucher|reimbursement)\b|\b(refunded|credited|reimbursed|paid back|waived)\b|\b(added|put|booked|applied|issued) (the|your|that|it)\b|\b(went|gone) back\b/i;
/** Without a promised amount only "your refund" refers to that refund. */
const theMoney = /\b(the|your|that) (\S+ ){0,2}(credit|refund|money|voucher|reimbursement)\b/i;
const meansTheSame = /\b(it|that|nothing|nobody|no ?one|this)\b/i;
/** The customer says that it came lately. */
const lately =
  /\b(just|finally|at last|only (?:now|today)|this (?:morning|afternoon|evening|week)|today|yesterday|last night)\b/i;
const longestSentence = 300;
const notDone =
  /\b(not|cannot|unless|n['’]t|never|no|will|would|if|once|going to|['’]ll|can|could|should)\b/i;

/**
 * Finds the first evidence after a promise: a tool call that did it, an agent or the customer who
 * says so, or a contact that was the promise; from the due time on also a customer who says that it
 * never came. What is first seen done after the due time is late, unless the customer only says that
 * it came. Silence is no evidence.
 * @param dueUs null if no time was named; then absence counts after a day
 */
export function findFulfilment(
  commitment: Commitment,
  conversation: Conversation,
  dueUs: number | null,
): Fulfilment | null {
  const shown = findShown(commitment, conversation, dueUs);
  const contact = findPromisedContact(commitment, conversation, dueUs);
  if (shown === null || (contact !== null && contact.atUs < shown.atUs)) return contact;
  return shown;
}

function findShown(
  commitment: Commitment,
  { messages }: Conversation,
  dueUs: number | null,
): Fulfilment | null {
  for (const { message, shown } of shownOf(commitment.thing, messages)) {
    const found = message.ordinal > commitment.message.ordinal ? shown : null;
    const counted = found === null ? null : countFor(commitment, message, found, dueUs);
    if (counted !== null && mayConcern(messages, commitment.message, message)) return counted;
  }
  return null;
}

/** Evidence about a thing in any message of a case; memoised per thing. */
const shownOf = rememberBoth((thing: PromisedThing, messages: readonly Message[]) =>
  messages.flatMap((message) => {
    const shown = shownBy(message, thing);
    return shown === null ? [] : [{ message, shown }];
  }),
);

function shownBy(message: Message, thing: PromisedThing): Shown | null {
  if (message.tool !== null) return doneByTool(message, thing);
  if (message.speaker === "agent") return shownByAgent(message, thing);
  return message.speaker === "customer" ? shownByCustomer(message, thing) : null;
}

/** Statements count from the next contact on; statements of absence from the due time on. */
function countFor(
  { message: made }: Commitment,
  message: Message,
  { isDated, ...shown }: Shown,
  dueUs: number | null,
): Fulfilment | null {
  if (message.tool !== null) return inTime(shown, dueUs);
  if (message.interaction <= made.interaction) return null;
  if (shown.status === "kept") return isDated ? inTime(shown, dueUs) : shown;
  if (message.atUs <= (dueUs ?? made.atUs + dayUs)) return null;
  const because =
    dueUs === null
      ? "The customer says later that it never came."
      : "The customer says after the due time that it has not come.";
  return { ...shown, because };
}

/** Late where what was seen is of after the due time. */
function inTime(shown: Fulfilment, dueUs: number | null): Fulfilment {
  if (dueUs === null || shown.atUs <= dueUs) return shown;
  return { ...shown, status: "late", because: `After the due time. ${shown.because}` };
}

function doneByTool(message: Message, thing: PromisedThing): Shown | null {
  const { kind, amount, paper } = thing;
  const { tool, text, atUs } = message;
  const pattern = toolByKind[kind];
  if (tool === null || pattern === undefined || tool.isError || isFailureText(text)) return null;
  const name = snakeCase(tool.name);
  if (isReadOnlyTool(tool.name) || !pattern.test(name)) return null;
  if (paper !== null && namesOtherPaper(`${name} ${tool.args}`, paper)) return null;
  if (amount !== null && !holdsNumber(`${tool.args} ${text}`, amount)) return null;
  const [span] = message.spans;
  const evidence =
    span === undefined ? { message: message.ordinal, start: 0, end: text.length } : { span };
  const because = `The tool ${tool.name} did it.`;
  return { status: "kept", because, evidence, atUs, isDated: true };
}

function holdsNumber(text: string, amount: number): boolean {
  const plain = [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([digits]) =>
    Number(digits.replace(/,(?=\d{3})/g, "")),
  );
  return plain.includes(amount) || readAmounts(text).some(({ value }) => value === amount);
}

/** The customer says that it came, or that it did not. */
function shownByCustomer(message: Message, thing: PromisedThing): Shown | null {
  if (!isAbout(message, thing)) return null;
  const sentences = sentencesOf(message);
  const { ordinal, atUs } = message;
  const missing = sentences.find((sentence, index) => {
    if (!absent.test(sentence.text)) return false;
    const before = sentences[index - 1];
    const isMeant = before !== undefined && meansTheSame.test(sentence.text);
    return isAbout(sentence, thing) || (isMeant && isAbout(before, thing));
  });
  if (missing !== undefined) {
    const { start, end } = missing;
    const evidence = { message: ordinal, start, end };
    return { status: "broken", because: "", evidence, atUs, isDated: true };
  }
  const there = sentences.find((sentence) => {
    const { text } = sentence;
    if (text.endsWith("?") || !present.test(text) || promisedTo.test(text)) return false;
    return isAbout(sentence, thing);
  });
  if (there === undefined) return null;
  const { start, end } = there;
  const because = "The customer says that it came.";
  const evidence = { message: ordinal, start, end };
  return { status: "kept", because, evidence, atUs, isDated: lately.test(there.text) };
}

function shownByAgent(message: Message, thing: PromisedThing): Shown | null {
  // Agents say of every order whether it was delivered.
  if (thing.kind === "delivery") return null;
  const { ordinal, atUs } = message;
  const sentence = spokenSentences(message).find((sentence) => isDoneIn(sentence, thing));
  if (sentence === undefined) return null;
  const { start, end } = sentence;
  const because = "A later agent says that it was done.";
  const evidence = { message: ordinal, start, end };
  return { status: "kept", because, evidence, atUs, isDated: true };
}

/** One sentence names the thing, with its amount for money, and says that it is done. */
function isDoneIn(sentence: Sentence, thing: PromisedThing): boolean {
  const { text } = sentence;
  if (text.endsWith("?") || text.length > longestSentence || !isAbout(sentence, thing))
    return false;
  const { kind, amount, paper } = thing;
  if (amount !== null && !namesSum(sentence, thing)) return false;
  if (kind === "message" && !meansMessage(text, paper)) return false;
  const isMoney = kind === "credit" || kind === "refund";
  if (isMoney && !(amount === null ? theMoney : moneyGiven).test(text)) return false;
  const found = done.exec(text);
  return found !== null && !notDone.test(text.slice(0, found.index + found[0].length));
}

/** On which channels being in touch keeps a promise; null: that alone does not. */
const isKeptOn: Readonly<Record<PromiseKind, ((channel: Channel) => boolean) | null>> = {
  callback: (channel) => isCall[channel] === true,
  message: (channel) => isCall[channel] === false,
  "follow-up": (channel) => isCall[channel] !== null,
  credit: null,
  refund: null,
  replacement: null,
  visit: null,
  delivery: null,
  fix: null,
};

/** The customer called by themselves rather than being called. */
const callingWords =
  /\b(i['’]m calling|i am calling|calling (you )?(back|about|regarding|to)|return(ing)? your call|as promised|following up)\b/i;

const saysCalling = remember(({ text }: Message) => callingWords.test(text));

/** The company's own next contact, if a contact was promised. */
function findPromisedContact(
  { thing: { kind, paper }, message: made }: Commitment,
  { messages, interactions }: Conversation,
  dueUs: number | null,
): Fulfilment | null {
  const isOnChannel = isKeptOn[kind];
  if (isOnChannel === null) return null;
  const messagesByContact = messagesOfContacts(messages);
  for (const { ordinal, channel, initiator, startUs } of interactions) {
    if (ordinal <= made.interaction || !isOnChannel(channel)) continue;
    if (startUs <= made.atUs) continue;
    const first = messagesByContact.get(ordinal)?.find(({ speaker }) => speaker === "agent");
    if (first === undefined) continue;
    const isNamed = saysCalling(first);
    const isOurs = initiator === "agent" || (initiator === "unknown" && isNamed);
    // After the due time it may be about anything else, unless it says what it is.
    if (!isOurs || (startUs > (dueUs ?? Infinity) && !isNamed)) continue;
    if (paper !== null && !brings(first.text, paper, isNamed)) continue;
    if (!mayConcern(messages, made, first)) continue;
    const evidence = { message: first.ordinal, start: 0, end: first.text.length };
    const because = "The company was in touch as it had said.";
    return inTime({ status: "kept", because, evidence, atUs: startUs }, dueUs);
  }
  return null;
}

/** A contact that was to bring something names it, or says that it is the promised one and names nothing else. */
function brings(text: string, paper: string, isNamed: boolean): boolean {
  return text.toLowerCase().includes(paper) || (isNamed && paperIn(text) === null);
}
