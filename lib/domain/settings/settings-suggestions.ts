import type { WordsReading } from "./settings";

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

/** An attribute with text that nothing reads, of spans without words. */
export type WordKeySuggestion = {
  readonly key: string;
  readonly spans: number;
  /** Keys of the same spans that may say who speaks, the likeliest first. */
  readonly roleKeys: readonly string[];
  /** How its text is likely to be read; null: its name says nothing. */
  readonly guess: WordsReading | null;
};

/** Spans whose text nothing reads, in cases without a customer's words or without any case. */
export type UnreadSpans = {
  /** Among the newest without words: those with text under one of `keys`. */
  readonly spans: number;
  /** The likeliest first. */
  readonly keys: readonly WordKeySuggestion[];
};

/** A span with text that nothing reads, to show what it would say. */
export type UnreadExample = {
  /** Its texts, masked as words are, and its roles, by key. */
  readonly values: Readonly<Record<string, string>>;
};

/** A role of messages that neither a convention nor the settings know. */
export type RoleSuggestion = {
  readonly role: string;
  /** In the sampled spans. */
  readonly messages: number;
  /** One of them, masked. */
  readonly example: string;
};

/** Why words may be missing: text under keys that nothing reads, and roles that nobody knows. */
export type UnreadWords = UnreadSpans & {
  /** Those of most messages first. */
  readonly roles: readonly RoleSuggestion[];
};

/** What settings could refer to in how words are read. */
export type WordsSuggestions = {
  readonly unread: UnreadWords;
  /** For each key a trace that has such text: its first spans, in the order of time. */
  readonly examples: readonly (readonly UnreadExample[])[];
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
  readonly words: WordsSuggestions;
};
