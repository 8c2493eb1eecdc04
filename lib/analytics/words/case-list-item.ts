import type { ClosureEvidence } from "@/lib/domain/case/case";
import type { Risk } from "@/lib/domain/trace/identity";
import type { Outcome } from "@/lib/domain/case/outcome";
import type { SwitchVerdict, WorstScore } from "../facets/case-facets";
import type { JourneyStep } from "@/lib/format/journey-step";

export type CaseListItem = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly caseType: string | null;
  readonly intent: string | null;
  readonly inferredIntent: string | null;
  readonly journey: readonly JourneyStep[];
  /** One between each two steps of the journey: whether the customer was asked again. */
  readonly handoffVerdicts: readonly SwitchVerdict[];
  readonly touchpoints: number;
  readonly handoffs: number;
  /** Context retention of each handoff, 0 to 1; null without a score. */
  readonly contexts: readonly (number | null)[];
  readonly messages: number;
  /** The worst of its verdicts, whichever evaluator gave it; null where none was scored. */
  readonly worstScore: WorstScore | null;
  readonly outcome: Outcome;
  readonly evidence: ClosureEvidence;
  readonly openedUs: number | null;
  readonly lastContactUs: number | null;
  readonly risk: Risk | null;
  readonly region: string | null;
  readonly teams: readonly string[];
  /** Who served it, as the traces name them. */
  readonly agentIds: readonly string[];
  readonly csat: number | null;
  readonly releases: readonly string[];
};

/** A score by which a list is filtered, with the version of its evaluator. */
export type DecidingScore = WorstScore & { readonly version: number };

/** A case with the scores by which the list is filtered, in the order of their columns; null: it has none. */
export type ListedCase = CaseListItem & {
  readonly deciding: readonly (DecidingScore | null)[];
};
