import type { DisclosureRule, RuleEvent, RuleScope } from "@/lib/domain/disclosures/rule";
import { unseenEvents, type RuleCondition } from "@/lib/domain/disclosures/rule-terms";
import { joinedByOr } from "@/lib/format/join-words";

const conditionWords: Readonly<Record<RuleCondition, string>> = {
  ai_agent: "an AI agent spoke",
  customer_took_part: "the customer took part",
  agent_began: "the agent wrote first",
  later_contact: "it is not the case’s first contact",
};

/** An event as a clause and as a noun: "before the agreement to a payment plan". */
type EventWords = { readonly clause: string; readonly noun: string };

/** What became of an event, in words. */
export const eventWords: Readonly<Record<RuleEvent, EventWords>> = {
  customer_asks_if_human: {
    clause: "the customer asked whether a person or a machine was speaking",
    noun: "the customer’s question whether a person speaks",
  },
  payment_plan_agreed: {
    clause: "a payment plan was agreed",
    noun: "the agreement to a payment plan",
  },
  recording_started: { clause: "a recording began", noun: "the beginning of the recording" },
  customer_revokes_consent: {
    clause: "the customer asked not to be contacted any more",
    noun: "the customer’s wish not to be contacted",
  },
  customer_asks_for_person: {
    clause: "the customer asked for a person",
    noun: "the customer’s wish for a person",
  },
  account_details_given: {
    clause: "details of an account were given",
    noun: "the details of an account",
  },
  billing_details_collected: {
    clause: "details for billing were collected",
    noun: "the collection of details for billing",
  },
  card_details_collected: {
    clause: "details of a card were collected",
    noun: "the collection of details of a card",
  },
  recommendation_made: { clause: "a product was recommended", noun: "the recommendation" },
  error_reported: { clause: "a payment error was reported", noun: "the report of the error" },
  complaint_made: { clause: "a complaint was made", noun: "the complaint" },
  calls_about_debt: { clause: "the agent called about a debt", noun: "the call about the debt" },
  relay_call: { clause: "a relay service placed the call", noun: "the relay call" },
  cancelling_obstructed: {
    clause: "an offer to stay stood in the way of cancelling",
    noun: "the offer to stay",
  },
};

/** A condition of a trigger as a clause: "the case’s risk is high". */
export function conditionClause(condition: string): string {
  const [name, value = ""] = condition.split("=");
  if (name === "risk") return `the case’s risk is ${value}`;
  if (name === "intent") {
    const intents = value.split(",").map((each) => each.replaceAll("_", " "));
    return `the case’s intent is ${joinedByOr(intents)}`;
  }
  const tenant = /^tenant\.(.*)$/.exec(condition)?.[1];
  return tenant === undefined
    ? (wordsIn(conditionWords, condition) ?? condition)
    : `Settings state “${tenant.replaceAll("_", " ")}” of the workspace`;
}

/** Why nothing shows an event; null if something does. */
export function unseenReason(event: RuleEvent | null): string | null {
  return event === null ? null : wordsIn(unseenEvents, event);
}

function wordsIn(words: Readonly<Record<string, string>>, name: string): string | null {
  return Object.hasOwn(words, name) ? (words[name] ?? null) : null;
}

/** How often a rule is due: "once in 30 days". */
export function howOften({ scope, periodDays }: DisclosureRule): string {
  return periodDays === null ? scopeWords[scope] : `once in ${String(periodDays)} days`;
}

const scopeWords: Readonly<Record<RuleScope, string>> = {
  once_per_interaction: "once in each contact",
  once_per_channel: "once on each channel of a case",
  once_per_case: "once in each case",
  once_per_customer: "once for each customer",
  once_per_period: "once in a number of days",
  each_message: "in each message",
  once_per_participant_change: "whenever the agent changes",
  event: "where the event happens",
};
