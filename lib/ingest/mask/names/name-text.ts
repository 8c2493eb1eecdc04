import type { Token } from "../tagger/tokens";
import type { WordFacts } from "../tagger/word-facts";

/** A text as names are read from it. */
export type NameText = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly facts: readonly WordFacts[];
  /** ISO 639-1; "": not known. */
  readonly language: string;
  /** By token, how likely the tagger takes it for a person's: 0 to 1. */
  readonly tagged: ArrayLike<number>;
  /** The share in `tagged` from which on a token is read, with all words beside it; absent: all are. */
  readonly least?: number;
};
