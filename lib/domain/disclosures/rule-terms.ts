/** Events that are found in a contact's words or tool calls. */
const readEvents = [
  "customer_asks_if_human",
  "payment_plan_agreed",
  "recording_started",
  "customer_revokes_consent",
  "customer_asks_for_person",
] as const;

/** Events that rules name and that nothing in a trace shows, with the reason to give. */
export const unseenEvents = {
  account_details_given: "Traces do not show whether details of an account were given.",
  billing_details_collected: "Traces do not show when details for billing were collected.",
  card_details_collected: "Traces do not show when details of a card were collected.",
  recommendation_made: "Traces do not show whether a product was recommended.",
  error_reported: "Traces do not show whether a payment error was reported as this rule means it.",
  complaint_made: "Traces do not show whether a complaint was made as this rule means it.",
  calls_about_debt: "Calls are not counted by debt: a case does not have all of them.",
  relay_call: "Traces do not show whether a relay service placed the call.",
  cancelling_obstructed:
    "Traces do not show whether an offer to stay stood in the way of cancelling.",
} as const;

export type UnseenEvent = keyof typeof unseenEvents;

const unseenNames = [
  "account_details_given",
  "billing_details_collected",
  "card_details_collected",
  "recommendation_made",
  "error_reported",
  "complaint_made",
  "calls_about_debt",
  "relay_call",
  "cancelling_obstructed",
] as const satisfies readonly UnseenEvent[];

/** Events in a contact that a rule's trigger, position or deadline names. */
export const ruleEvents = [...readEvents, ...unseenNames] as const;

/** Conditions of a trigger that a contact's trace shows; all have to hold. */
export const ruleConditions = [
  "ai_agent",
  "customer_took_part",
  "agent_began",
  "later_contact",
] as const;
export type RuleCondition = (typeof ruleConditions)[number];

/**
 * Conditions on what no words show: a fact stated of the workspace ("tenant.debt_collector"), the case's intent
 * ("intent=sales,upsell": one of these words) and its risk ("risk=high").
 */
export const statedCondition =
  /^(?:tenant\.[a-z][a-z0-9_]*|intent=[a-z0-9_]+(?:,[a-z0-9_]+)*|risk=(?:low|medium|high))$/;
