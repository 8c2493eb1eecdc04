/**
 * Why an AI agent passed a customer on to a person: what the customer or the rule asked for, that the agent
 * could not do it itself, or nothing that was said; `unread` where words are missing or in another language.
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
