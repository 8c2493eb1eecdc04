import type { BarPart, ChartFrameModel } from "@/lib/analytics/charts/chart-model";
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

/** What the SLA page shows. */
export type SlaModel = FindingModel & {
  readonly query: CasesQuery;
  /** What gives these cases a target; null where any has one, or there is no case. */
  readonly noTarget: string | null;
  readonly figures: readonly FigureCard[];
  /** Null where no case has a target. */
  readonly clocks: { readonly frame: ChartFrameModel; readonly parts: readonly BarPart[] } | null;
  readonly breakdowns: readonly DotModel[];
  /** Null where no team is named. */
  readonly teams: PlainTable | null;
  /** Null where no clock is paused. */
  readonly reasons: BarModel | null;
  readonly urgent: {
    readonly title: string;
    readonly rows: readonly UrgentRow[];
    /** Cases beyond those rows. */
    readonly more: number;
    readonly overdueHref: string;
    readonly riskHref: string;
    readonly csvHref: string;
  };
  /** What the clock goes by, a sentence each. */
  readonly terms: readonly string[];
};
