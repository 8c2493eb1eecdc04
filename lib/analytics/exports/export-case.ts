import type { DerivedCase, ScoreTarget } from "@/lib/domain/case/case";
import { isResolved, outcomeAt } from "@/lib/domain/case/outcome";
import { isoInstant } from "@/lib/format/format";
import {
  failedModelsOf,
  failedPromptsOf,
  failedStepsOf,
  failedToolsOf,
} from "../facets/facet-values";
import type { CaseRow } from "../rows/case-row";
import { outcomeFacts } from "../rows/outcome-facts";
import type { ExportedCase } from "./case-schema";

/** A case as it is read to be exported. */
export type CaseToExport = {
  readonly row: CaseRow & { readonly repeatUs: number | null };
  readonly derived: Omit<DerivedCase, "messages">;
};

/**
 * Lays a case out for the export and the API.
 * @param asOfUs the instant outcomes are read at, microseconds since 1970
 */
export function exportCase({ row, derived }: CaseToExport, asOfUs: number): ExportedCase {
  const outcome = outcomeAt(outcomeFacts(row, row), asOfUs);
  const isClosed = row.closedUs !== null && row.closedUs <= asOfUs;
  return {
    case_id: row.caseId,
    customer_id: row.customerId,
    case_type: row.caseType,
    intent: row.intent,
    channels: [...row.channels],
    touchpoints: row.touchpoints,
    handoffs: row.handoffs,
    messages: row.messages,
    spans: row.spans,
    outcome,
    closure_evidence: row.evidence,
    resolved: isResolved(outcome),
    scores: derived.scores.map(({ evaluator, version, target, verdict }) => ({
      evaluator,
      version,
      target: targetName(target),
      status: verdict.status,
      value: verdict.status === "scored" ? verdict.value : null,
    })),
    inferred_intent: row.inferredIntent,
    intent_confidence: derived.inferredIntent?.confidence ?? null,
    opened: instantOf(row.openedUs),
    last_contact: instantOf(row.lastContactUs),
    closed: isClosed ? instantOf(row.closedUs) : null,
    closed_by: isClosed ? row.closedFrom : null,
    region: row.region,
    teams: [...row.teams],
    agent_kinds: [...row.agentKinds],
    risk: row.risk,
    csat: row.csat,
    prompts: promptsOf(row, derived),
    models: [...new Set(derived.interactions.flatMap(({ models }) => models))],
    releases: [...row.releases],
    input_tokens: row.inputTokens,
    output_tokens: row.outputTokens,
    model_cost_usd: row.modelCostUsd,
    model_cost_estimated_usd: row.modelCostEstimatedUsd,
    merged_into: row.mergedInto,
    model_calls: row.modelCalls,
    model_seconds: secondsOf(row.modelUs),
    slowest_model_call_seconds: secondsOf(row.slowestCallUs),
    first_token_seconds: secondsOf(row.firstTokenUs),
    slowest_first_token_seconds: secondsOf(row.slowestFirstTokenUs),
    failed_steps: [...failedStepsOf(row)],
    failed_tools: [...failedToolsOf(row)],
    failed_models: [...failedModelsOf(row)],
    failed_prompts: [...failedPromptsOf(row)],
  };
}

function secondsOf(us: number | null): number | null {
  return us === null ? null : us / 1e6;
}

/** Prompts by name and version as contacts have them, then versions whose names no contact's row has. */
function promptsOf(
  { contactRows }: CaseToExport["row"],
  { interactions }: CaseToExport["derived"],
): string[] {
  const named = contactRows.flatMap(({ prompt }) => (prompt === null ? [] : [prompt]));
  const versions = interactions.flatMap(({ promptVersions }) => promptVersions);
  const others = versions.filter(
    (version) => !named.some((prompt) => prompt === version || prompt.endsWith(`@${version}`)),
  );
  return [...new Set([...named, ...others])];
}

/** An instant as RFC 3339; null where there is none. @param atUs microseconds since 1970 */
export function instantOf(atUs: number | null): string | null {
  return atUs === null ? null : (isoInstant(atUs) ?? null);
}

/** "case", "interaction:0", "handoff:2", "message:14" or "span:<trace>/<span>". */
function targetName(target: ScoreTarget): string {
  if (target.kind === "case") return "case";
  return target.kind === "span"
    ? `span:${target.span}`
    : `${target.kind}:${String(target.ordinal)}`;
}
