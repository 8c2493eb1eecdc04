import { findMetric } from "../metrics/metrics";
import type { Metric } from "../metrics/metric";

/** A metric with a value per case or child of a case: 1 or 0 of a share, or an amount. */
export type ValueMetric = Exclude<Metric, { readonly unit: "ratio" }>;

/** The outcomes that versions are compared by, in the order in which they are shown. */
export const outcomeMetrics = valueMetrics([
  "touchpoints_per_case",
  "case_resolution_rate",
  "one_contact_resolution",
  "false_containment_rate",
  "repeat_information_case_rate",
]);

/** What evaluators say of contacts, handoffs and promises: one metric of each evaluator. */
export const scoreMetrics = valueMetrics([
  "interaction_resolution_rate",
  "groundedness",
  "faithfulness",
  "false_success_rate",
  "polite_rate",
  "frustration_rate",
  "persona_kept_rate",
  "whole_context_rate",
  "promise_kept_rate",
]);

/** How long models and agents take, and what they use. */
export const usageMetrics = valueMetrics([
  "time_to_first_response",
  "first_token_time",
  "model_call_time",
  "slowest_answer",
  "tokens_per_case",
  "model_cost_per_case",
]);

/** Everything that two versions are compared by. */
export const comparedMetrics = [...outcomeMetrics, ...scoreMetrics, ...usageMetrics];

function valueMetrics(ids: readonly string[]): readonly ValueMetric[] {
  return ids.flatMap((id) => {
    const metric = findMetric(id);
    return metric === null || metric.unit === "ratio" ? [] : [metric];
  });
}
