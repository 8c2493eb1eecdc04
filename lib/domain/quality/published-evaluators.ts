import { ownEntry } from "@/lib/domain/own-entry";

/** Mapping of a published evaluator to ours. */
export type Counterpart = {
  /** Our evaluator of the same or the closest question. */
  readonly evaluator: string;
  /** Whether values of both mean the same and may be counted together. */
  readonly isSameScale: boolean;
};

const same = (evaluator: string): Counterpart => ({ evaluator, isSameScale: true });
const near = (evaluator: string): Counterpart => ({ evaluator, isSameScale: false });

/**
 * By the names of FutureAGI's templates and local metrics, and of Ragas and Phoenix; those with another meaning are
 * `near`: there tone is a list of moods, PII a yes or no.
 */
const published: Readonly<Record<string, Counterpart>> = {
  conversation_resolution: same("conversation_resolution"),
  task_completion: same("conversation_resolution"),
  customer_agent_task_completion: same("conversation_resolution"),
  customer_agent_query_handling: near("conversation_resolution"),
  customer_agent_context_retention: same("context_retention"),
  context_retention: same("context_retention"),
  customer_agent_loop_detection: near("repeat_information"),
  groundedness: same("groundedness"),
  claim_support: same("groundedness"),
  context_adherence: same("faithfulness"),
  faithfulness: same("faithfulness"),
  rag_faithfulness: same("faithfulness"),
  pii: near("pii"),
  pii_detection: near("pii"),
  data_privacy_compliance: near("redaction_coverage"),
  tone: near("tone"),
  politeness: same("tone"),
  is_polite: same("tone"),
  customer_frustration: same("customer_sentiment"),
  user_frustration: same("customer_sentiment"),
  frustration: same("customer_sentiment"),
  sentiment: near("customer_sentiment"),
  customer_sentiment: near("customer_sentiment"),
  customer_agent_prompt_conformance: near("persona_consistency"),
  customer_agent_human_escalation: near("escalation"),
};

/** Our counterpart of a published evaluator, or null. */
export function counterpartOf(name: string): Counterpart | null {
  const key = snakeCase(name);
  return ownEntry(published, key) ?? null;
}

/** Snake case of "CustomerAgentContextRetention", "conversation-resolution" and "PII". */
function snakeCase(name: string): string {
  return name
    .trim()
    .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
    .replaceAll(/[\s-]+/g, "_")
    .toLowerCase();
}
