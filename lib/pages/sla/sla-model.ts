import type { FindingTopic } from "@/lib/analytics/findings/finding";
import type { BarSegment, ChartFrameModel } from "@/lib/analytics/charts/chart-model";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { JourneyStep } from "@/lib/format/journey-step";
import type { PlainTable } from "@/lib/analytics/charts/chart-model";
import type { BarModel, DotModel } from "@/lib/analytics/charts/chart-model";
import type { Tone } from "@/lib/format/wording";
import type { FigureCard, FindingModel } from "@/lib/analytics/findings/finding-model";

/** An open case that is overdue or at risk. */
export type UrgentRow = {
  readonly caseId: string;
  readonly href: string;
  readonly caseType: string;
  readonly journey: readonly JourneyStep[];
  readonly stateWords: string;
  readonly tone: Tone;
  /** Microseconds since 1970. */
  readonly dueUs: number;
  /** "9 business hours late", "3 business hours left". */
  readonly leftWords: string;
};

/** The model of the SLA page. */
export type SlaModel = FindingModel & {
  readonly query: CasesQuery;
  /** How to give these cases a target; null: some have one, or no cases. */
  readonly noTarget: string | null;
  readonly figures: readonly FigureCard[];
  /** Null: no case has a target. */
  readonly clocks: {
    readonly frame: ChartFrameModel;
    readonly segments: readonly BarSegment[];
  } | null;
  readonly breakdowns: readonly (DotModel & { readonly topic: FindingTopic })[];
  /** How long resolutions, first answers and contacts take; null: nothing was timed. */
  readonly times: PlainTable | null;
  /** Null: no team named. */
  readonly teams: PlainTable | null;
  /** Null: no paused clock. */
  readonly reasons: BarModel | null;
  readonly urgent: {
    readonly title: string;
    readonly rows: readonly UrgentRow[];
    /** Number of further cases. */
    readonly more: number;
    readonly overdueHref: string;
    readonly riskHref: string;
    readonly csvHref: string;
  };
  /** The clock's rules, a sentence each. */
  readonly terms: readonly string[];
};
