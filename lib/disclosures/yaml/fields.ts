import { z } from "zod";
import {
  disclosureRuleSchema,
  meaningNames,
  type DisclosureRule,
} from "@/lib/domain/disclosures/rule";
import { ruleConditions, ruleEvents, statedCondition } from "@/lib/domain/disclosures/rule-terms";

/** Fields whose text differs from the rule's member in more than how the name is written. */
const differing = [
  "trigger",
  "speakers",
  "elements",
  "position",
  "prohibited",
  "deadline",
] as const;

/** Fields of a rule's text, in the order in which they are written. */
export const ruleFields: readonly string[] = [
  ...Object.keys(disclosureRuleSchema.shape)
    .filter((name) => !differing.some((each) => each === name))
    .map(toSnake),
  ...["default_on", "trigger", "speaker", "elements", "position", "prohibited", "deadline"],
];

export const positionFields = Object.keys(disclosureRuleSchema.shape.position.shape).map(toSnake);
export const deadlineFields = ["from", "business_days", "days"] as const;
export const elementFields = ["key", "mode", "any_of", "none_of"] as const;

/** Said about a rule, and no part of it. */
export const remarkFields: ReadonlySet<string> = new Set(["note", "evidence"]);

/** What other descriptions of rules have and ours cannot check; empty, they say the same as without. */
export const unsupportedFields: ReadonlySet<string> = new Set(["position.percent_range"]);

/** Events by the names that other descriptions of rules give them. */
export const eventSynonyms: ReadonlyMap<unknown, string> = new Map([
  ["account_or_phi_disclosed", "account_details_given"],
  ["billing_info_collected", "billing_details_collected"],
  ["payment_card_collected", "card_details_collected"],
  ["recommendation", "recommendation_made"],
  ["notice_of_error", "error_reported"],
  ["billing_error_notice", "error_reported"],
  ["complaint_detected", "complaint_made"],
  ["complaint_received", "complaint_made"],
  ["customer_requests_human", "customer_asks_for_person"],
]);

/** Terms of a trigger by their other names. */
const termSynonyms: ReadonlyMap<string, string> = new Map([
  ["participant.kind=ai", "ai_agent"],
  ["case.high_risk", "risk=high"],
  ["NOT first_communication_in_case", "later_contact"],
]);
/** "(intent in sales,upsell)". */
const intentList = /^\(?intent in \(?([a-z0-9_, ]+?)\)?$/;
const always = "always";
const stated = ["tenant.…", "intent=…", "risk=…"];

/** What a trigger's text means, or the words for why it has no meaning. */
export function parseTrigger(
  text: string,
  channels: readonly unknown[],
): { readonly trigger: object } | { readonly words: string } {
  const terms = text
    .split(/\s+AND\s+/)
    .map((term) => term.trim())
    .map((term) => termSynonyms.get(term) ?? eventSynonyms.get(term) ?? plainTerm(term))
    .filter((term) => term !== always && !isOfChannels(term, channels));
  const unknown = terms.find((term) => !isEvent(term) && !isCondition(term));
  if (unknown !== undefined) {
    const can = [always, ...ruleConditions, ...stated, ...ruleEvents].join(", ");
    return { words: `has “${unknown}”, which cannot be checked; it can be, joined by AND: ${can}` };
  }
  const events = terms.filter(isEvent);
  if (events.length > 1) return { words: "names two events; one can be awaited" };
  return { trigger: { conditions: terms.filter(isCondition), event: events[0] ?? null } };
}

/** True of "channel=voice" and "channel in email,sms" where the rule’s channels are just those. */
function isOfChannels(term: string, channels: readonly unknown[]): boolean {
  const named = /^channel(?:=| in )(.+)$/
    .exec(term)?.[1]
    ?.split(",")
    .map((each) => each.trim());
  return named?.length === channels.length && named.every((each) => channels.includes(each));
}

function plainTerm(term: string): string {
  const listed = intentList.exec(term)?.[1];
  return listed === undefined ? term : `intent=${listed.replaceAll(" ", "")}`;
}

/** The text of a trigger. */
export function formatTrigger({ conditions, event }: DisclosureRule["trigger"]): string {
  const terms = [...conditions, ...(event === null ? [] : [event])];
  return terms.length === 0 ? always : terms.join(" AND ");
}

function isEvent(term: string): boolean {
  return ruleEvents.some((each) => each === term);
}

function isCondition(term: string): boolean {
  return ruleConditions.some((each) => each === term) || statedCondition.test(term);
}

/** True if a value is the name of a meaning that can be read. */
export function isMeaning(name: unknown): boolean {
  return meaningNames.some((each) => each === name);
}

export function toSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function toCamel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export const record = z.record(z.string(), z.unknown());
