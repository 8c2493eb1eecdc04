import type { Channel } from "@/lib/domain/trace/channel";

/** An evaluator's accuracy on one label set. */
export type AccuracyLine = {
  /** Of verdicts as they are given: "“polite” right 0.84", "0.82–0.86"; "": unknown. */
  readonly figures: readonly { readonly figure: string; readonly interval: string }[];
  /** "4,102 labelled rows of tone.goemotions: single messages"; with the label where a set has two. */
  readonly on: string;
  /** Whether every figure of the set meets its threshold; null: no threshold. */
  readonly isMet: boolean | null;
};

/** Histogram of verdicts in tenths, with a sentence. */
export type DistributionView = {
  readonly counts: readonly number[];
  /** Each tenth as a share of the fullest. */
  readonly heights: readonly number[];
  readonly summary: string;
};

/** A row of the Quality page. */
export type QualityRow = {
  readonly evaluator: string;
  readonly name: string;
  readonly question: string;
  readonly version: string;
  readonly href: string;
  /** One per label set; empty: not measured. */
  readonly accuracy: readonly AccuracyLine[];
  /** The extractor whose accuracy it is, if not its own. */
  readonly detector: string | null;
  readonly distribution: DistributionView | null;
  readonly scored: number;
  /** "12%", or a fraction for few; of the eligible. */
  readonly unscoredShare: string;
};

/** The model of the Quality page. */
export type QualityModel = {
  readonly title: string;
  /** What the counts refer to, as text. */
  readonly basis: string;
  readonly rows: readonly QualityRow[];
  /** Extractors, which give no scores. */
  readonly readers: readonly QualityRow[];
  /** Imported scores. */
  readonly imported: readonly QualityRow[];
  readonly asOfUs: number;
};

/** A measured figure with its threshold and no-skill baseline. */
export type FigureView = {
  readonly name: string;
  readonly value: string;
  readonly interval: string;
  readonly masked: string;
  readonly must: string;
  readonly plain: string;
  /** null: no threshold. */
  readonly isMet: boolean | null;
};

/** The figures of one label set. */
export type MeasuredSetView = {
  readonly dataSet: string;
  /** "the customer's goal was reached". */
  readonly label: string;
  /** "1,634 rows in 26 groups". */
  readonly rows: string;
  readonly figures: readonly FigureView[];
};

/** One bin of the calibration plot. */
export type CalibrationView = {
  readonly dataSet: string;
  readonly bins: readonly {
    readonly said: number;
    readonly true: number;
    readonly rows: number;
  }[];
  readonly summary: string;
};

export type MeanView = {
  readonly key: string;
  readonly label: string;
  readonly channel: Channel | null;
  readonly scored: number;
  /** "0.62"; "" where nothing was scored. */
  readonly mean: string;
  /** 0 to 1. */
  readonly width: number;
};

/** People's agreement with one version of an evaluator. */
export type AgreementView = {
  readonly key: string;
  /** "v2, scores". */
  readonly about: string;
  /** Each with its count and interval: "31 of 40 (0.62–0.88)". */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly disagreements: readonly {
    readonly key: string;
    readonly caseId: string;
    readonly href: string;
    /** "said 0.83; a person: should be unlikely resolved". */
    readonly words: string;
    readonly reason: string;
  }[];
};

/** The model of an evaluator's page. */
export type EvaluatorPageModel = {
  readonly row: QualityRow;
  /** False for extractors. */
  readonly givesScores: boolean;
  readonly basis: string;
  /** Its model card; null: not measured. */
  readonly about: {
    readonly data: string;
    readonly method: string;
    readonly weaknesses: string;
  } | null;
  readonly sets: readonly MeasuredSetView[];
  readonly calibrations: readonly CalibrationView[];
  /** One per labelled version. */
  readonly agreements: readonly AgreementView[];
  /** One per other scorer of the same targets: imported, or an LLM judge. */
  readonly comparisons: readonly AgreementView[];
  /** Address of the label queue; null: the viewer may not label. */
  readonly labelHref: string | null;
  /** Address of the queue of contradicted scores; null also without any. */
  readonly disputedHref: string | null;
  readonly byChannel: readonly MeanView[];
  readonly byWeek: readonly MeanView[];
  readonly reasons: readonly { readonly because: string; readonly count: number }[];
  readonly asOfUs: number;
};
