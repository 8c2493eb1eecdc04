import type { CompareQuery } from "./url";
import type { TextDifference } from "@/lib/format/prompts/text-difference";
import type { ChartTable, DotModel } from "@/lib/analytics/charts/chart-model";
import type { FindingModel } from "@/lib/analytics/findings/finding-model";

/** One metric of both arms: crude, and adjusted for kind of case. */
export type ComparedModel = DotModel & { readonly id: string };

/** A version's figure, as Metrics shows it. */
export type ComparedCell = {
  readonly value: string;
  /** "68–76%, 412 contacts" */
  readonly detail: string;
  /** The list that it counts; null: nothing. */
  readonly href: string | null;
};

/** The second version's figure less the first one's. */
export type DifferenceCell = { readonly value: string; readonly detail: string };

export type ComparedRow = {
  readonly id: string;
  readonly name: string;
  readonly a: ComparedCell;
  readonly b: ComparedCell;
  readonly crude: DifferenceCell;
  readonly adjusted: DifferenceCell;
  /** Whether the adjusted difference is clear. */
  readonly isClear: boolean;
};

/** Metrics of both versions, one a row. */
export type ComparedTable = {
  readonly title: string;
  /** "Figure", "a-3", "b-3", … */
  readonly columns: readonly string[];
  readonly rows: readonly ComparedRow[];
  readonly note: string;
  /** The same for a file. */
  readonly table: ChartTable;
};

/** A text of the first version and the one in its place in the second. */
export type TextPairView = TextDifference & {
  /** The prompt's name; "": its spans name none. */
  readonly prompt: string;
  /** "a-3: this text in 72 of 72 cases (360 spans); b-3: in 70 of 70 cases (329 spans)" */
  readonly where: string;
};

/** The system prompts of both versions. */
export type ComparedTexts = {
  readonly title: string;
  readonly note: string;
  readonly pairs: readonly TextPairView[];
};

/** The model of the Compare page. */
export type CompareModel = FindingModel & {
  readonly query: CompareQuery;
  readonly metrics: readonly ComparedModel[];
  /** Null: there are no two, or the viewer may not read words. */
  readonly texts: ComparedTexts | null;
  /** What evaluators say, then times, tokens and cost. */
  readonly tables: readonly ComparedTable[];
  /** Resolution by release; null: fewer than two. */
  readonly releases: DotModel | null;
  /** Caveats. */
  readonly cautions: readonly string[];
};
