import type { Message, Quote } from "@/lib/domain/case/case";
import { findBotExchange } from "@/lib/evaluators/bot-question/bot-question";
import { remember } from "@/lib/evaluators/remember";
import { speakerOf, type DisclosedContact } from "./contact";
import type { UnreadReason } from "@/lib/domain/case/case-disclosure";
import { findUnreadable } from "./find-unreadable";
import { asksForPerson, isTransferCall } from "@/lib/cases/words/transfer";
import { agrees } from "./consent";
import { findRevocation } from "./revocation/find-revocation";
import type { RuleEvent } from "@/lib/domain/disclosures/rule";
import { unseenEvents } from "@/lib/domain/disclosures/rule-terms";

/** What became of the event that a rule names. */
export type FoundEvent =
  | {
      readonly is: "found";
      readonly message: Message;
      /** The words that show it. */
      readonly quote: Quote;
      /** What was done that no words have to say: the customer was passed on to a person. */
      readonly done: Message | null;
      /** An answer that gives the disclosure only together with the question, "Yes, I am". */
      readonly answer: { readonly says: "machine" | "person"; readonly quote: Quote } | null;
    }
  | { readonly is: "absent"; readonly because: string }
  | { readonly is: "unknown"; readonly because: string; readonly unread: UnreadReason };

/** Finds the event in a contact, or why there is none. */
export function findEvent(event: RuleEvent, contact: DisclosedContact): FoundEvent {
  switch (event) {
    case "customer_asks_if_human":
      return findQuestion(contact);
    case "payment_plan_agreed":
      return findAgreement(contact);
    case "recording_started":
      return findRecording(contact);
    case "customer_revokes_consent":
      return findRevoked(contact);
    case "customer_asks_for_person":
      return findAsked(contact);
    default:
      return { is: "unknown", because: unseenEvents[event], unread: "unseen" };
  }
}

function found(message: Message, quote: Quote = wholeOf(message)): FoundEvent {
  return { is: "found", message, quote, done: null, answer: null };
}

function wholeOf({ ordinal, text }: Message): Quote {
  return { message: ordinal, start: 0, end: text.length };
}

function findRevoked({ messages, interaction }: DisclosedContact): FoundEvent {
  const revoked = findRevocation(messages, interaction.channel);
  return revoked === null
    ? { is: "absent", because: "The customer revoked no consent in this contact." }
    : found(revoked.message, revoked.quote);
}

function findAsked({ messages }: DisclosedContact): FoundEvent {
  const asking = messages.find(
    (message) => speakerOf(message) === "customer" && isForPerson(message.text),
  );
  if (asking === undefined) {
    return { is: "absent", because: "The customer did not ask for a person." };
  }
  const done = messages.find(
    ({ ordinal, tool, toolCalls }) =>
      ordinal > asking.ordinal &&
      (tool === null
        ? toolCalls.some(({ name }) => isTransferCall(name))
        : isTransferCall(tool.name) && !tool.isError),
  );
  return { is: "found", message: asking, quote: wholeOf(asking), done: done ?? null, answer: null };
}

/** "I want to talk to someone about my bill" asks for help, not for a person. */
function isForPerson(text: string): boolean {
  return asksForPerson(text) && namesPerson.test(text);
}

const namesPerson =
  /\b(?:human|person|people|representative|rep|supervisor|manager|agents?|operator|advis[eo]r|real|live|else)\b/i;

const exchangeIn = remember(findBotExchange);

function findQuestion({ messages }: DisclosedContact): FoundEvent {
  const exchange = exchangeIn(messages);
  if ("status" in exchange) {
    const { status, because } = exchange;
    if (status !== "not-scorable") return { is: "absent", because };
    const said = messages.filter((message) => speakerOf(message) === "customer");
    return { is: "unknown", because, unread: findUnreadable(said, "en")?.unread ?? "text" };
  }
  const { question, answer, late } = exchange;
  const replied = answer.says === "neither" ? late : answer;
  if (answer.message.agentKind === "human") {
    return { is: "absent", because: "A person answered the question whether this is a bot." };
  }
  return {
    is: "found",
    message: question.message,
    done: null,
    quote: {
      message: question.message.ordinal,
      start: question.sentence.start,
      end: question.sentence.end,
    },
    answer:
      replied === null || replied.says === "neither"
        ? null
        : { says: replied.says, quote: replied.quote },
  };
}

const plan =
  /\b(instal?ments?|(?:\d{1,2}|two|three|four|five|six|ten|twelve) (?:equal |monthly )?(?:payments|parts)|(payment|repayment) (plan|arrangement)[^.?!]{0,40}\b(months?|monthly|weekly|balance|arrears|overdue)|(monthly|weekly) payments|plan\b[^.?!]{0,40}\bpayments\b|(spread|split) (it|the (balance|cost|amount)) (over|into))\b/i;
const setUp =
  /\b(is|are|['’]s|now|been|all) (set( up)?|active|activated|in place|arranged|booked)\b|\ball set\b|\bi['’]ve set\b|\bstart(s|ing) (on )?\d/i;

/** The customer's consent to an agent's plan, or the agent's statement that it is set up. */
function findAgreement({ messages }: DisclosedContact): FoundEvent {
  const offer = messages.findIndex((message) => isAgents(message) && plan.test(message.text));
  if (offer === -1) return { is: "absent", because: "No payment plan came up in this contact." };
  const settled = messages.slice(offer).find((message) => {
    if (message.speaker === "customer") return agrees(message.text);
    return isAgents(message) && plan.test(message.text) && setUp.test(message.text);
  });
  return settled === undefined
    ? { is: "absent", because: "No payment plan was agreed in this contact." }
    : found(settled);
}

function isAgents(message: Message): boolean {
  return message.speaker === "agent" && speakerOf(message) !== null;
}

const startsRecording =
  /\b(?:start|begin|enable|resume)[_ -]?(?:call[_ -]?)?record|recording[_ -]?(?:started|begins|on)\b/i;

function findRecording({ messages }: DisclosedContact): FoundEvent {
  const started = messages.find(
    ({ speaker, text, tool, toolCalls }) =>
      toolCalls.some(({ name }) => startsRecording.test(name)) ||
      (tool !== null && startsRecording.test(tool.name)) ||
      (speaker === "system" && startsRecording.test(text)),
  );
  return started === undefined
    ? { is: "unknown", because: "Nothing shows when the recording began.", unread: "unseen" }
    : found(started);
}
