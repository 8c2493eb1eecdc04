/** An attribute of spans without a case that could be read as one. */
export type KeySuggestion = {
  readonly key: string;
  readonly spans: number;
  /** Number of distinct values there: an id has many, a flag few. */
  readonly values: number;
  /** An example value, masked. */
  readonly example: string;
  /** Whether a session is read from it; of others, no identity is. */
  readonly isSession: boolean;
};

/** The spans of a workspace that have no case. */
export type CaselessSpans = {
  readonly spans: number;
  /** What could be read as their case, the likeliest first. */
  readonly keys: readonly KeySuggestion[];
};

/** Values in the data that settings could refer to. */
export type SettingsSuggestions = {
  /** Number of sampled spans without a case, the newest. */
  readonly unassignedSeen: number;
  readonly keys: readonly KeySuggestion[];
  /** Unknown channel names with their span counts; most first. */
  readonly channelWords: readonly { readonly word: string; readonly spans: number }[];
  /** Case types with their case counts; most first. */
  readonly caseTypes: readonly { readonly caseType: string; readonly cases: number }[];
};
