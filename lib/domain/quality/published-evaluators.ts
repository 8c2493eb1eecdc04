/** What an evaluator that others publish asks, beside ours. */
export type Counterpart = {
  /** Ours that asks the same, or what comes closest to it. */
  readonly evaluator: string;
  /** Whether a value of theirs and one of ours say the same, so that both may be counted together. */
  readonly isSameScale: boolean;
};

const same = (evaluator: string): Counterpart => ({ evaluator, isSameScale: true });
const near = (evaluator: string): Counterpart => ({ evaluator, isSameScale: false });

/**
 * By the names of FutureAGI's templates and local metrics, and of Ragas and Phoenix where they mean the
 * same; those whose value says another thing are `near`: tone is a list of moods there, PII a yes or no.
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

/** What of ours answers the question of a published evaluator; null where nothing does. */
export function counterpartOf(name: string): Counterpart | null {
  const key = snakeCase(name);
  return Object.hasOwn(published, key) ? (published[key] ?? null) : null;
}

/** "CustomerAgentContextRetention", "conversation-resolution" and "PII" as templates spell them. */
function snakeCase(name: string): string {
  return name
    .trim()
    .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
    .replaceAll(/[\s-]+/g, "_")
    .toLowerCase();
}
