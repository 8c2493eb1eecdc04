/**
 * Why an AI agent escalated to a person: at the request of the customer or the rule, because it could not do the
 * request, or without a stated reason; `unread` if text is missing or in another language.
 */
export const escalationReasons = [
  "asked",
  "anger",
  "policy",
  "loop",
  "limit",
  "failure",
  "unsaid",
  "unread",
] as const;
export type EscalationReason = (typeof escalationReasons)[number];
