/** How Citus spreads a table over the machines of a cluster. */
export type Distribution =
  /** By the hash of a column. Tables of one group have rows of the same value on the same machine. */
  | { readonly by: string; readonly group: string }
  /** A copy on each machine: it can be joined with everything, and each write goes to all. */
  | "reference"
  /** On the coordinator only. */
  | "coordinator";

const ofTrace = (by: string) => ({ by, group: "traces" }) as const;
const ofCase = (by: string) => ({ by, group: "cases" }) as const;

/**
 * The distribution of each table of a workspace. What is read of a trace is by its trace, what is derived of a case by
 * its case; what both refer to is on each machine, and so is what people decide on disclosures; what else they decide, and the
 * queue, is on the coordinator.
 */
export const distributions: Readonly<Record<string, Distribution>> = {
  ...{ batches: "coordinator", rejects: "coordinator", departed_traces: "coordinator" },
  ...{ contents: "reference", content_pii: "reference" },
  ...{ declarations: "reference", identities: "reference", case_records: "reference" },
  traces: ofTrace("id"),
  spans: ofTrace("trace"),
  trace_findings: ofTrace("trace"),
  trace_sessions: ofTrace("trace"),
  // They have no trace: they are found by the span's key alone.
  span_findings: { by: "span", group: "span_findings" },
  span_pii: { by: "span", group: "span_findings" },
  sealed_originals: { by: "span", group: "span_findings" },
  sessions: { by: "session", group: "sessions" },
  customer_changes: { by: "customer_id", group: "customer_changes" },
  cases: ofCase("id"),
  interactions: ofCase("case_key"),
  handoffs: ofCase("case_key"),
  promises: ofCase("case_key"),
  disclosures: ofCase("case_key"),
  personal_values: ofCase("case_key"),
  messages: ofCase("case_key"),
  scores: ofCase("case_key"),
  case_knowledge: ofCase("case_key"),
  case_search: ofCase("rowid"),
  case_words: "coordinator",
  ...{ queue: "coordinator", sequence: "coordinator", removed_cases: "coordinator" },
  ...{ settings: "coordinator", oversized_groups: "coordinator", tombstones: "coordinator" },
  ...{ acknowledged_alarms: "coordinator", annotations: "coordinator" },
  ...{ alert_deliveries: "coordinator", alert_events: "coordinator" },
  ...{ alert_rules: "coordinator", alert_webhook: "coordinator" },
  ...{ approved_personas: "coordinator", case_attention: "coordinator" },
  ...{ cohorts: "coordinator", cohort_items: "coordinator", runs: "coordinator" },
  ...{ replays: "coordinator", gate_verdicts: "coordinator" },
  ...{ decisions: "coordinator", overrides: "coordinator", notes: "coordinator" },
  ...{ saved_views: "coordinator", default_views: "coordinator" },
  disclosure_rule_versions: "coordinator",
  // A case's disclosures are read with the decisions on them, and with what keeps those back.
  ...{ disclosure_reviews: "reference", review_samples: "reference" },
  ...{ review_sample_items: "reference", second_reviews: "reference", sign_offs: "reference" },
  ...{ labels: "coordinator", judge_spend: "coordinator" },
  ...{ judged_cases: "coordinator", judgements: "coordinator" },
};
