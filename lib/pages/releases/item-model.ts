import type { Interaction } from "@/lib/domain/case/case";
import type { TabChoice } from "@/lib/format/tab-choice";
import type { Tone } from "@/lib/format/wording";
import type { Quotation } from "@/lib/format/scores/score-view";
import type { MessageView } from "../case/case-page-model";
import type { DiffPart } from "@/lib/format/prompts/prompt-diff";
import type { CohortItemView } from "../cohorts/cohort-item-model";

/** What an evaluator says of one replay. */
export type ReplayScoreView = {
  /** "0.31 unlikely resolved" */
  readonly label: string;
  readonly isScored: boolean;
  readonly tone: Tone;
  /** "v7", "imported" */
  readonly version: string;
  readonly because: string;
  readonly quotations: readonly Quotation[];
};

/** One of the two replays. */
export type ReplaySideView = {
  /** Its release, or its run where both are of one release. */
  readonly name: string;
  readonly run: string;
  readonly runHref: string;
  /** "support-core@v15", in the order in which they spoke. */
  readonly prompts: readonly string[];
  /** "Resolved", "Not resolved", "Not scored" */
  readonly result: { readonly tone: Tone; readonly label: string };
  /** By the evaluator that the gate counts; null: it says nothing of this replay. */
  readonly score: ReplayScoreView | null;
};

export type TurnPairView = {
  readonly number: number;
  readonly anchor: string;
  readonly candidate: MessageView | null;
  readonly baseline: MessageView | null;
  /** How it differs, in a few words; "": it does not. */
  readonly difference: string;
  /** Whether the replays part here. */
  readonly isParting: boolean;
};

export type ContactPairView = {
  readonly anchor: string;
  readonly candidate: Interaction | null;
  readonly baseline: Interaction | null;
  readonly difference: string;
  readonly isParting: boolean;
  readonly turns: readonly TurnPairView[];
};

export type ScoreRowView = {
  readonly evaluator: string;
  readonly name: string;
  /** The page with its accuracy; null: imported. */
  readonly href: string | null;
  readonly candidate: ReplayScoreView | null;
  readonly baseline: ReplayScoreView | null;
};

/** Instructions of the agents on both sides, or of one. */
export type PromptView = {
  /** "support-core@v15, before support-core@v14"; "": spans name no prompt. */
  readonly title: string;
  /** "2 lines added, 1 line removed" */
  readonly words: string;
  readonly isSame: boolean;
  readonly parts: readonly DiffPart[];
};

/** A retrieved passage. */
export type PassageRow = {
  /** "both", "text differs", "only v15" */
  readonly where: string;
  readonly isSame: boolean;
  readonly name: string;
  readonly text: string;
  /** The baseline's text where it differs; else "". */
  readonly before: string;
  readonly score: string;
};

/** What the agents of both replays went by. */
export type GivenView = {
  readonly title: string;
  readonly prompts: readonly PromptView[];
  /** Null: nothing was retrieved. */
  readonly passages: { readonly words: string; readonly rows: readonly PassageRow[] } | null;
};

/** Two replays of a cohort's item side by side. */
export type ReplayItemModel = {
  readonly item: string;
  readonly title: string;
  /** The evaluator that the gate counts: "Contact resolved". */
  readonly metric: string;
  /** The case as the cohort froze it; null: no stored cohort has it. */
  readonly frozen: (CohortItemView & { readonly cohort: string; readonly href: string }) | null;
  readonly candidate: ReplaySideView;
  /** Null: there is nothing to compare with, and `withoutBaseline` says why. */
  readonly baseline: ReplaySideView | null;
  readonly withoutBaseline: string;
  /** Where they part first; `href` null: nowhere. */
  readonly parting: { readonly words: string; readonly href: string | null };
  /** Where their words differ before they part in a call; null: nowhere. */
  readonly earlierWords: { readonly words: string; readonly href: string } | null;
  /** Repeats of the item in the run, and the other runs that have it; empty: no choice. */
  readonly repeats: readonly TabChoice[];
  readonly runs: readonly TabChoice[];
  /** Messages of each side beyond those compared are not shown. */
  readonly isCut: boolean;
  /** Null: there is one replay. */
  readonly given: GivenView | null;
  readonly contacts: readonly ContactPairView[];
  readonly scores: readonly ScoreRowView[];
  /** Evaluators that score neither replay, with their reasons. */
  readonly unscored: readonly ScoreRowView[];
};
