/** An attribute that spans without a case carry, and that nothing reads as anyone's identity yet. */
export type KeySuggestion = {
  readonly key: string;
  /** How many of the spans looked at carry it. */
  readonly spans: number;
  /** How many different values it has there: an id has many, a flag few. */
  readonly values: number;
  /** One of them, masked as it is stored. */
  readonly example: string;
};

/** What the data say that settings could be about. */
export type SettingsSuggestions = {
  /** Spans without a case that were looked at, the newest. */
  readonly unassignedSeen: number;
  readonly keys: readonly KeySuggestion[];
  /** Names of channels that none of ours is, with the spans that were seen with them; most first. */
  readonly channelWords: readonly { readonly word: string; readonly spans: number }[];
  /** Types of the cases there are; most first. */
  readonly caseTypes: readonly { readonly caseType: string; readonly cases: number }[];
};
