import type { ClosureEvidence } from "@/lib/domain/case";
import type { Channel } from "@/lib/domain/channel";
import type { AgentKind } from "@/lib/domain/identity";
import type { Outcome } from "@/lib/domain/outcome";
import type { CasesHeadline } from "./cases-headline";
import type { CasesQuery } from "./cases-query";

/** One touchpoint in a journey, with the kinds of agent that spoke, in order of first words. */
export type JourneyStep = {
  readonly channel: Channel;
  readonly agentKinds: readonly AgentKind[];
};

export type CaseListItem = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly caseType: string | null;
  readonly intent: string | null;
  readonly journey: readonly JourneyStep[];
  readonly touchpoints: number;
  readonly handoffs: number;
  readonly outcome: Outcome;
  readonly evidence: ClosureEvidence;
  readonly openedUs: number | null;
  readonly lastContactUs: number | null;
};

export type FacetOption<Value extends string> = {
  readonly value: Value;
  /** Cases that would be listed with this value alone, the other filters unchanged. */
  readonly count: number;
};

/** What the Cases page shows. */
export type CasesPageModel = {
  readonly asOfUs: number;
  /** As it was read, with the page moved to the last one where it lay beyond. */
  readonly query: CasesQuery;
  readonly headline: CasesHeadline;
  readonly rows: readonly CaseListItem[];
  readonly total: number;
  readonly pageSize: number;
  readonly channels: readonly FacetOption<Channel>[];
  readonly outcomes: readonly FacetOption<Outcome>[];
  /** True where the workspace holds no case at all. */
  readonly isWorkspaceEmpty: boolean;
};
