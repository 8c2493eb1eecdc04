import type { AgentKind } from "@/lib/domain/trace/identity";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import { fromJson, type Json } from "../json";
import { readPartRows, type PartTexts } from "./part-rows";

/** A case's stored row, with what its customer's other cases add. */
export type StoredCaseRow = CaseRow & {
  /** Kinds of agent that spoke anywhere in the case, in order of first words. */
  readonly agentKinds: readonly AgentKind[];
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
};

/** The row as SQLite gives it: arrays are JSON, booleans numbers. */
export type RawCaseRow = Omit<
  StoredCaseRow,
  | "teams"
  | "channels"
  | "agentKinds"
  | "releases"
  | "hasTranscript"
  | "handoffKinds"
  | "handoffVerdicts"
  | "worstScores"
  | "contactRows"
  | "handoffRows"
  | "promiseRows"
> &
  PartTexts & {
    readonly key: number;
    readonly teams: Json<CaseRow["teams"]>;
    readonly channels: Json<CaseRow["channels"]>;
    readonly agentKinds: Json<readonly AgentKind[]>;
    readonly releases: Json<CaseRow["releases"]>;
    readonly hasTranscript: number;
    readonly handoffKinds: Json<CaseRow["handoffKinds"]>;
    readonly handoffVerdicts: Json<CaseRow["handoffVerdicts"]>;
    readonly worstScores: Json<CaseRow["worstScores"]>;
  };

export const caseColumns = `c.id AS key, c.case_id AS caseId, c.customer_id AS customerId,
  c.case_type AS caseType, c.intent, c.risk, c.region, c.teams, c.channels, c.agent_kinds AS agentKinds,
  c.releases, c.touchpoints, c.interactions, c.handoffs, c.messages, c.spans,
  c.opened_us AS openedUs, c.last_contact_us AS lastContactUs, c.closed_us AS closedUs,
  c.closed_from AS closedFrom, c.reopened_us AS reopenedUs, c.mature_us AS matureUs,
  c.closure_method AS closureMethod, c.evidence, c.csat, c.merged_into AS mergedInto,
  c.has_transcript AS hasTranscript, c.repeat_us AS repeatUs, c.repeat_case_id AS repeatCaseId,
  c.handoff_kinds AS handoffKinds, c.handoff_verdicts AS handoffVerdicts,
  c.worst_scores AS worstScores, c.inferred_intent AS inferredIntent,
  c.contained_us AS containedUs, c.second_contact_us AS secondContactUs,
  c.contact_rows AS contactRows, c.handoff_rows AS handoffRows, c.promise_rows AS promiseRows,
  c.sla_due_us AS slaDueUs, c.sla_risk_us AS slaRiskUs, c.sla_paused_us AS slaPausedUs,
  c.sla_pause_reason AS slaPauseReason, c.sla_stopped_us AS slaStoppedUs,
  c.pii, c.paused_us AS pausedUs, c.business_us AS businessUs`;

export function caseRowOf({ key: _key, ...raw }: RawCaseRow): StoredCaseRow {
  return {
    ...raw,
    teams: fromJson(raw.teams),
    channels: fromJson(raw.channels),
    agentKinds: fromJson(raw.agentKinds),
    releases: fromJson(raw.releases),
    hasTranscript: raw.hasTranscript === 1,
    handoffKinds: fromJson(raw.handoffKinds),
    handoffVerdicts: fromJson(raw.handoffVerdicts),
    worstScores: fromJson(raw.worstScores),
    ...readPartRows(raw),
  };
}
