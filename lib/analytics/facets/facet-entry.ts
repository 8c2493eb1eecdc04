import type { CaseTableRow } from "../case-table/case-table-row";

/**
 * Cases with the same values in all facets of a group are stored as one number, so that counting a facet's
 * values is counting groups. Facets that depend on each other share a group; one with many values of its own
 * has its own, as each of its values would multiply the others' combinations.
 */
export const groupNames = [
  ...["journey", "moves", "traits", "type", "scores"],
  ...["releases", "verdicts", "prompts", "pauses", "teams", "people", "disclosures"],
  ...["failures", "errors", "latencies"],
] as const;

/** Something that cases are filtered by. Values within one facet are alternatives, facets narrow each other. */
export type FacetEntry = {
  readonly title: string;
  /** The words before its values in the sentence of filters: "starting on". */
  readonly lead: string;
  readonly words: (value: string) => string;
  /** A value after the lead, where its words alone make no sentence: "were never closed". */
  readonly clause?: (value: string) => string;
  /** Its allowed values in order; absent: free text. */
  readonly values?: readonly string[];
  /** The order of its values in the side panel, where it is not that of `values`; else by frequency. */
  readonly panelOrder?: readonly string[];
  /** True for values that are not names: lower case within a sentence. */
  readonly isLowered?: boolean;
  /** True where each value is drawn as its channels. */
  readonly isOfChannels?: boolean;
  /** Its storage group and its values of a case; null where they depend on `asOf`. */
  readonly stored: {
    readonly group: (typeof groupNames)[number];
    readonly valuesOf: (row: CaseTableRow) => readonly string[];
  } | null;
};
