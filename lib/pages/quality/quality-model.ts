import type { Channel } from "@/lib/domain/trace/channel";

/** How accurate an evaluator was on somebody's labels, in one line. */
export type AccuracyLine = {
  /** "AUC 0.84". */
  readonly figure: string;
  /** "0.82–0.86"; "" where it could not be told. */
  readonly interval: string;
  /** "4,102 labelled rows of tone.goemotions"; with the label where a set was measured in two ways. */
  readonly on: string;
  /** Whether it is what was asked for on each measured figure of the set; null where nothing was. */
  readonly isMet: boolean | null;
};

/** Shares of the verdicts by tenth of the scale, and what they say as a sentence. */
export type DistributionView = {
  readonly counts: readonly number[];
  /** Of each tenth, the share of the fullest. */
  readonly heights: readonly number[];
  readonly summary: string;
};

/** One evaluator in the list of the Quality page. */
export type QualityRow = {
  readonly evaluator: string;
  readonly name: string;
  readonly question: string;
  readonly version: string;
  readonly href: string;
  /** One a set of labels; none: not measured. */
  readonly accuracy: readonly AccuracyLine[];
  /** Whose accuracy it is, where it is that of what finds the things that this one counts. */
  readonly detector: string | null;
  readonly distribution: DistributionView | null;
  readonly scored: number;
  /** "12%", or a fraction where they are few; of those to which the question applied. */
  readonly unscoredShare: string;
};

/** The Quality page: which numbers one can trust, and how far. */
export type QualityModel = {
  readonly title: string;
  /** What the counts are of, in words. */
  readonly basis: string;
  readonly rows: readonly QualityRow[];
  /** What finds things in words and gives no scores. */
  readonly readers: readonly QualityRow[];
  /** Scores that came inside the traces. */
  readonly imported: readonly QualityRow[];
  readonly asOfUs: number;
};

/** A measured number, beside what is asked of it and what knows nothing. */
export type FigureView = {
  readonly name: string;
  readonly value: string;
  readonly interval: string;
  readonly masked: string;
  readonly must: string;
  readonly plain: string;
  /** null where nothing is asked. */
  readonly isMet: boolean | null;
};

/** What was measured on one set of labels. */
export type MeasuredSetView = {
  readonly dataSet: string;
  /** "the customer's goal was reached". */
  readonly label: string;
  /** "1,634 rows in 26 groups". */
  readonly rows: string;
  readonly figures: readonly FigureView[];
};

/** Of verdicts that said about so much, how many were so. */
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

/** How far people agree with one version of an evaluator. */
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

/** The page of one evaluator. */
export type EvaluatorPageModel = {
  readonly row: QualityRow;
  /** False of what finds things in words. */
  readonly givesScores: boolean;
  readonly basis: string;
  /** What its card says; null where it was not measured. */
  readonly about: {
    readonly data: string;
    readonly method: string;
    readonly weaknesses: string;
  } | null;
  readonly sets: readonly MeasuredSetView[];
  readonly calibrations: readonly CalibrationView[];
  /** One a version that anybody labelled. */
  readonly agreements: readonly AgreementView[];
  /** One for each who scored the same targets: imported, or a language model. */
  readonly comparisons: readonly AgreementView[];
  /** Where scores wait for a look; null for those who may not label. */
  readonly labelHref: string | null;
  /** Those of them that others contradict; null also where nobody does. */
  readonly disputedHref: string | null;
  readonly byChannel: readonly MeanView[];
  readonly byWeek: readonly MeanView[];
  readonly reasons: readonly { readonly because: string; readonly count: number }[];
  readonly asOfUs: number;
};
