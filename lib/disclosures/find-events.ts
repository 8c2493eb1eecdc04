import type { Message, Quote } from "@/lib/domain/case/case";
import { findBotExchange } from "@/lib/evaluators/bot-question/bot-question";
import { remember } from "@/lib/evaluators/remember";
import { speakerOf, type DisclosedContact } from "./contact";
import type { RuleEvent } from "./rule";

/** What became of the event that a rule names. */
export type FoundEvent =
  | {
      readonly is: "found";
      readonly message: Message;
      /** An answer that gives the disclosure only together with the question, "Yes, I am". */
      readonly answer: { readonly says: "machine" | "person"; readonly quote: Quote } | null;
    }
  | { readonly is: "absent" | "unknown"; readonly because: string };

/** Finds the event in a contact, or why there is none. */
export function findEvent(event: RuleEvent, contact: DisclosedContact): FoundEvent {
  switch (event) {
    case "customer_asks_if_human":
      return findQuestion(contact);
    case "payment_plan_agreed":
      return findAgreement(contact);
    case "recording_started":
      return findRecording(contact);
  }
}

const exchangeIn = remember(findBotExchange);

function findQuestion({ messages }: DisclosedContact): FoundEvent {
  const exchange = exchangeIn(messages);
  if ("status" in exchange) {
    const is = exchange.status === "not-scorable" ? "unknown" : "absent";
    return { is, because: exchange.because };
  }
  const { question, answer, late } = exchange;
  const replied = answer.says === "neither" ? late : answer;
  if (answer.message.agentKind === "human") {
    return { is: "absent", because: "A person answered the question whether this is a bot." };
  }
  return {
    is: "found",
    message: question.message,
    answer:
      replied === null || replied.says === "neither"
        ? null
        : { says: replied.says, quote: replied.quote },
  };
}

const plan =
  /\b(instal?ments?|(payment|repayment) (plan|arrangement)[^.?!]{0,40}\b(months?|monthly|weekly|balance|arrears|overdue)|(monthly|weekly) payments|plan\b[^.?!]{0,40}\bpayments\b|(spread|split) (it|the (balance|cost|amount)) (over|into))\b/i;
const agreed =
  /\b(yes|ok(ay)?|agree[ds]?|go ahead|set it up|let['’]?s do|that['’]?s fine|sounds good|understood|alright|deal|confirm(ed)?)\b/i;
const setUp =
  /\b(is|are|['’]s|now|been|all) (set( up)?|active|activated|in place|arranged|booked)\b|\ball set\b|\bi['’]ve set\b|\bstart(s|ing) (on )?\d/i;

/** The customer's consent to an agent's plan, or the agent's statement that it is set up. */
function findAgreement({ messages }: DisclosedContact): FoundEvent {
  const offer = messages.findIndex((message) => isAgents(message) && plan.test(message.text));
  if (offer === -1) return { is: "absent", because: "No payment plan came up in this contact." };
  const settled = messages.slice(offer).find((message) => {
    if (message.speaker === "customer") return agreed.test(message.text);
    return isAgents(message) && plan.test(message.text) && setUp.test(message.text);
  });
  return settled === undefined
    ? { is: "absent", because: "No payment plan was agreed in this contact." }
    : { is: "found", message: settled, answer: null };
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
    ? { is: "unknown", because: "Nothing shows when the recording began." }
    : { is: "found", message: started, answer: null };
}
