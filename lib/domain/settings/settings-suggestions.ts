/** An attribute of spans without a case that no identity field is read from. */
export type KeySuggestion = {
  readonly key: string;
  readonly spans: number;
  /** Number of distinct values there: an id has many, a flag few. */
  readonly values: number;
  /** An example value, masked. */
  readonly example: string;
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
