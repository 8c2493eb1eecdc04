import type { AgentKind } from "@/lib/domain/identity";
import type { CaseRow } from "../case-row";
import type { CaseTimes } from "../parts/case-times";
import type { SlaInstants } from "../parts/sla-instants";

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
