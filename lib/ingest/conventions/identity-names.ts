import type { IdentityField } from "@/lib/domain/trace/identity";

/**
 * Spellings of identity fields in metadata objects and under association prefixes, strongest first.
 * Compared ignoring case, `_`, `-` and `.`.
 */
export const identityNames: Readonly<Record<IdentityField, readonly string[]>> = {
  caseId: ["case_id"],
  customerId: ["customer_id", "user_id", "end_user_id"],
  channel: ["channel"],
  intent: ["intent"],
  session: ["session_id", "conversation_id", "thread_id", "chat_id", "langfuse_session_id"],
  interactionId: ["interaction_id"],
  agentKind: ["agent_kind", "agent_type"],
  agentId: ["agent_id"],
  caseType: ["case_type"],
  risk: ["case_risk", "risk"],
  region: ["region"],
  team: ["team", "agent_team", "agent_group"],
  release: ["release"],
  runId: ["run_id"],
  cohort: ["cohort_name"],
  cohortItem: ["cohort_item"],
  repeat: ["cohort_repeat"],
};

/** Keys of a user who may not be the customer: used if no other key names one. */
export const weakCustomerNames: ReadonlySet<string> = new Set([
  "userid",
  "enduserid",
  "langfuseuserid",
  "posthogdistinctid",
]);

/** A name without case and separators: `Case-ID`, `caseId` and `case.id` are equal. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[_.\-\s]/g, "");
}
