import type { Channel } from "@/lib/domain/trace/channel";
import type { SamplePart } from "@/lib/domain/quality/review-sample";
import type { Pagination } from "@/lib/format/address/paginate";
import type { VerdictView } from "@/lib/format/scores/verdict-view";
import type { Tone } from "@/lib/format/wording";
import type { FindingPanel } from "../disclosures-model";

/** A sample of the list. */
export type SampleLine = {
  readonly id: number;
  readonly href: string;
  /** "30 random, 10 by risk". */
  readonly parts: string;
  readonly filter: string;
  /** "12 of 40 decided". */
  readonly progress: string;
  /** "4 of 30 (5–30%)"; "" before any decision. */
  readonly violations: string;
  /** Whether it was drawn from exactly what a new one would be drawn from. */
  readonly isOfFilter: boolean;
  /** "signed off by Ann Berg"; "" if nobody signed. */
  readonly signed: string;
  readonly drawnUs: number;
};

/** The model of the samples. */
export type SamplesModel = {
  readonly isWorkspaceEmpty: boolean;
  /** What a new one is drawn from, in words, and how many findings that are. */
  readonly filter: string;
  readonly population: number;
  /** The filter as an address has it, for the draw. */
  readonly search: string;
  /** The Disclosures page, where the filter is chosen. */
  readonly filterHref: string;
  readonly lines: readonly SampleLine[];
};

/** A finding of a sample as it was drawn. */
export type SampledLine = {
  readonly position: number;
  readonly href: string;
  readonly isChosen: boolean;
  readonly caseId: string;
  readonly part: string;
  readonly channel: Channel;
  readonly atUs: number;
  readonly rule: string;
  readonly status: VerdictView;
  /** "confirmed: violation"; "" without a decision. */
  readonly decision: string;
};

/** A sign-off as it was given. */
export type SignOffLine = {
  readonly id: number;
  readonly by: string;
  readonly atUs: number;
  /** "40 findings: 4 violations, 36 fine". */
  readonly counts: string;
  /** What of the period had been judged; "": not counted then. */
  readonly period: string;
  /** "recording-notice-all-party version 2 (40)". */
  readonly versions: string;
  readonly note: string;
  /** False: a later one stands in its place. */
  readonly isLatest: boolean;
};

/** The model of the second review of a sample, without any first decision. */
export type SecondReviewModel = Pick<SampleModel, "id" | "lines" | "panel" | "isDetached"> & {
  readonly title: string;
  /** Position of the shown finding; null: none is left. */
  readonly position: number | null;
  /** Whether the viewer may judge the shown finding, or why not. */
  readonly hindrance: string;
};

/** The model of one sample. */
export type SampleModel = {
  readonly id: number;
  readonly title: string;
  /** How it was drawn: name and words. */
  readonly facts: readonly { readonly name: string; readonly words: string }[];
  readonly drawnUs: number;
  /** Outcomes by part. */
  readonly tally: {
    readonly outcomes: readonly string[];
    /** Counts in the order of the outcomes. */
    readonly parts: readonly { readonly part: string; readonly counts: readonly number[] }[];
  };
  /** What the random part says of those that were not drawn. */
  readonly estimate: string;
  /** How far two reviewers agree; "" where no second review was asked for. */
  readonly agreement: string;
  /** The page for the second review; null: none was asked for. */
  readonly secondHref: string | null;
  readonly lines: readonly SampledLine[];
  readonly pagination: Pagination;
  readonly panel: FindingPanel | null;
  /** The shown finding is gone; decisions on it are kept. */
  readonly isDetached: boolean;
  readonly signOffs: readonly SignOffLine[];
  readonly signing: {
    /** What it covers: the filter, and how much of that is judged. */
    readonly covers: string;
    /** Key of the latest sign-off. */
    readonly after: number | null;
    /** Why it cannot be signed yet; "": it can. */
    readonly hindrance: string;
    /** Versions whose publisher nobody knows; "": none. */
    readonly caution: string;
    /** What changed since the latest sign-off; "" if nothing did. */
    readonly since: string;
    /** "signed off by Ann Berg". */
    readonly state: { readonly tone: Tone; readonly words: string };
  };
};

export const partWords: Readonly<Record<SamplePart, string>> = {
  random: "random",
  risk: "by risk",
};
