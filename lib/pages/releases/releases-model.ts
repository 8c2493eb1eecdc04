import type { ChartFrameModel, ChartScale, DotRow } from "@/lib/analytics/charts/chart-model";
import type { Pagination } from "@/lib/format/address/paginate";
import type { TabChoice } from "@/lib/format/tab-choice";
import type { Tone } from "@/lib/format/wording";
import type { Channel } from "@/lib/domain/trace/channel";

/** A verdict in a few words. */
export type VerdictBadge = { readonly tone: Tone; readonly words: string };

/** A run in the list. */
export type RunLine = {
  readonly run: string;
  readonly href: string;
  readonly release: string;
  readonly cohort: string;
  /** "200 cases, 600 replays". */
  readonly size: string;
  readonly atUs: number | null;
  /** Null: nobody judged it. */
  readonly verdict: VerdictBadge | null;
  /** What decided, and which attempt it was; "" without a verdict. */
  readonly decided: string;
  readonly attempt: string;
};

export type ReleasesModel = {
  readonly title: string;
  readonly lines: readonly RunLine[];
  readonly hasCohort: boolean;
  /** The command that gives a first verdict. */
  readonly command: string;
};

export type RuleLine = {
  readonly name: string;
  readonly words: string;
  readonly badge: VerdictBadge;
  readonly isDeciding: boolean;
};

/** A case of a run's list. */
export type RunCase = {
  readonly item: string;
  readonly href: string;
  readonly stratum: string;
  readonly channels: readonly Channel[];
  readonly expected: string;
  /** Why it is in the list: the evaluator's reason, or why it was not scored. */
  readonly why: string;
  /** The prompts that spoke: of the baseline, and of the candidate. */
  readonly before: string;
  readonly after: string;
  /** Where the two replays part; "" where that is not known. */
  readonly parts: string;
};

export type CommonLine = {
  readonly words: string;
  /** "12 of 16 failing, 22 of 98 others". */
  readonly basis: string;
  readonly difference: string;
  readonly isClear: boolean;
};

/** An earlier or later judging of the run's release on its cohort. */
export type AttemptLine = {
  readonly id: number;
  readonly run: string;
  readonly href: string;
  readonly atUs: number;
  readonly verdict: VerdictBadge;
  readonly words: string;
  readonly isShown: boolean;
  readonly isDeleted: boolean;
  readonly asksForSignOff: boolean;
};

/** The share on an axis with its bar. Positions are percentages. */
export type ShareGauge = {
  /** Its reference is the bar; null: the policy sets none. */
  readonly scale: ChartScale;
  readonly tone: Tone;
  readonly value: { readonly at: number; readonly words: string };
  readonly interval: readonly [low: number, high: number];
  /** The baseline's share of the cases that both runs scored; null: none, or no baseline. */
  readonly baseline: { readonly at: number; readonly words: string } | null;
  /** All of it in a sentence. */
  readonly label: string;
};

export type Judged = {
  readonly badge: VerdictBadge;
  /** Whether it may ship: "No, it is blocked". */
  readonly answer: string;
  /** "attempt 2" */
  readonly attempt: string;
  /** Null: nothing was scored. */
  readonly gauge: ShareGauge | null;
  /** The share in a sentence, and what decided. */
  readonly share: string;
  readonly decided: string;
  /** Who answers for it though it is not proven; null: nobody, or nobody has to. */
  readonly signOff: string | null;
  readonly remarks: readonly string[];
  /** Whether its inputs give the same verdict byte for byte. */
  readonly again: string;
  readonly rules: {
    /** "2 of 14 rules block" */
    readonly title: string;
    /** Those that are not met, the worst first. */
    readonly open: readonly RuleLine[];
    /** The others, and how many they are. */
    readonly rest: readonly RuleLine[];
    readonly restWords: string;
  };
  /** Null without a baseline. */
  readonly table: {
    readonly baseline: string;
    readonly candidate: string;
    readonly counts: { readonly [cell in "both" | "regressed" | "fixed" | "neither"]: number };
    readonly words: string;
  } | null;
  readonly differences: {
    readonly frame: ChartFrameModel;
    readonly rows: readonly DotRow[];
    readonly scale: ChartScale;
  } | null;
  /** Null where nothing was compared: too few cases fail. */
  readonly common: { readonly title: string; readonly lines: readonly CommonLine[] } | null;
  readonly strata: readonly { readonly stratum: string; readonly words: string }[];
};

export type RunModel = {
  readonly run: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly atUs: number | null;
  /** Null: nobody judged it. */
  readonly judged: Judged | null;
  /** Why there is no verdict, if there is none. */
  readonly noVerdict: string;
  readonly tabs: readonly TabChoice[];
  readonly listTitle: string;
  readonly cases: readonly RunCase[];
  readonly pagination: Pagination;
  readonly files: readonly { readonly words: string; readonly href: string }[];
  /** The ids of the chosen list, one a line, and what copies them: "Copy 18 case ids". */
  readonly ids: string;
  readonly copyWords: string;
  readonly command: string;
  readonly attempts: readonly AttemptLine[];
};
