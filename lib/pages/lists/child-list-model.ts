import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import type { DecidingScore } from "@/lib/analytics/words/case-list-item";
import type { ChildListQuery } from "@/lib/analytics/filter/child-list-query";

/** A cell of a list. */
export type ChildCell = {
  readonly text: string;
  /**
   * The CSV value where it differs from the text: instants as ISO 8601 in UTC, durations in seconds; null:
   * empty.
   */
  readonly filed?: string | number | null;
  readonly channels?: readonly Channel[];
  readonly agents?: readonly AgentKind[];
  readonly isNumber?: boolean;
  /** For a score cell: the score with its version; null: none. */
  readonly score?: DecidingScore | null;
};

/** One contact, handoff, promise, disclosure or personal value. */
export type ChildItem = {
  readonly id: string;
  readonly caseId: string;
  /** Address of the item in its case. */
  readonly href: string;
  readonly cells: readonly ChildCell[];
  /** The values of columns that only the CSV has. */
  readonly filed?: readonly (string | number | null)[];
};

/** A list of contacts, handoffs, promises, disclosures or personal values. */
export type ChildListModel = {
  readonly asOfUs: number;
  /** The period of the cases' opening, as text. */
  readonly period: string;
  /** The newest contact there is, microseconds since 1970; null where there is none. */
  readonly newestUs: number | null;
  /** With their versions. */
  readonly evaluators: readonly string[];
  readonly query: ChildListQuery;
  /** "34 contained contacts whose customer was back within 72 hours". */
  readonly title: string;
  /** The filters as text, each with the query without it. */
  readonly filters: readonly { readonly words: string; readonly without: ChildListQuery }[];
  /** Headings of the cells. */
  readonly columns: readonly string[];
  readonly items: readonly ChildItem[];
  readonly total: number;
  readonly pageSize: number;
};
