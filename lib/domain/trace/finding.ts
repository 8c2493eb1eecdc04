/** A data quality finding; the data itself was kept. */
export type DataFinding = {
  readonly code: DataFindingCode;
  /** One sentence without personal data. */
  readonly detail: string;
};

export const dataFindingCodes = [
  "id-length",
  "end-before-start",
  "time-implausible",
  "own-parent",
  "child-before-parent",
  "unknown-channel",
  "unknown-role",
  "unreadable-metadata",
  "text-stripped",
  "text-replaced",
  "text-truncated",
  "text-read-in-part",
  "nesting-truncated",
  "identity-conflict",
  "several-cases-in-trace",
  "several-customers-in-case",
] as const;
export type DataFindingCode = (typeof dataFindingCodes)[number];

/** A refused piece of input with the reason; its neighbours were accepted. */
export type Reject = {
  /** Position for a person: "line 88", "resourceSpans[0].scopeSpans[1].spans[3]". */
  readonly place: string;
  /** One sentence: what is wrong and what to do. No personal data. */
  readonly reason: string;
  /** Number of spans lost with it, as far as known (at least 1 for a refused span). */
  readonly spans: number;
};
