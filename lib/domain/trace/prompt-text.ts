/** A system prompt that model calls carry. */
export type PromptText = {
  /** The prompt's name without its version; "": its spans name none. */
  readonly prompt: string;
  readonly text: string;
  readonly cases: number;
  readonly spans: number;
  /** One of the cases. */
  readonly caseId: string;
};

export type PromptTexts = {
  /** Those in most cases first. */
  readonly texts: readonly PromptText[];
  /** How many different texts there are. */
  readonly count: number;
  /** How many cases carry any. */
  readonly cases: number;
};
