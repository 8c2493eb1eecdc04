import type { AgentKind } from "@/lib/domain/trace/identity";
import type { CaseRow } from "../rows/case-row";
import type { CaseTimes } from "../rows/case-times";
import type { SlaInstants } from "../rows/sla-instants";

/** What the table of cases in memory is told of a case. */
export type CaseTableRow = Pick<
  CaseRow,
  | "customerId"
  | "caseType"
  | "intent"
  | "inferredIntent"
  | "risk"
  | "region"
  | "teams"
  | "channels"
  | "touchpoints"
  | "handoffVerdicts"
  | "messages"
  | "openedUs"
  | "lastContactUs"
  | "closedUs"
  | "closedFrom"
  | "reopenedUs"
  | "matureUs"
  | "evidence"
  | "csat"
  | "mergedInto"
  | "hasTranscript"
  | "releases"
  | "handoffKinds"
  | "worstScores"
  | "containedUs"
  | "secondContactUs"
  | "contactRows"
  | "handoffRows"
  | "promiseRows"
  | "pii"
  | keyof CaseTimes
  | keyof SlaInstants
> & {
  /** The store's key of the case, a small whole number. */
  readonly key: number;
  readonly agentKinds: readonly AgentKind[];
  readonly repeatUs: number | null;
};
