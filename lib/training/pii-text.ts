/** A range of a text and its tag, or `unknownTag`. */
export type TagSpan = { readonly start: number; readonly end: number; readonly tag: number };

/** A training text with its personal and undecided ranges. */
export type PiiText = {
  readonly text: string;
  readonly spans: readonly TagSpan[];
  readonly requested: number;
  readonly weight: number;
};
