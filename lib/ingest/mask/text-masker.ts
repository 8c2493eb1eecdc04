import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import type { KeyHint } from "./key-hint";

/** A masked piece of personal data; `start` is its pseudonym's position in the masked text. */
export type MaskedPiece = {
  readonly type: PiiType;
  readonly pseudonym: string;
  readonly start: number;
};

export type MaskedText = { readonly text: string; readonly found: readonly MaskedPiece[] };

export type TextPlace = {
  /** The attribute name or JSON key of the text. */
  readonly keyHint?: string;
  /** What the agent's message before asks for, as bits of `requests`; set for messages only. */
  readonly requested?: number;
  /** The language of the conversation so far, ISO 639-1; absent: not known. */
  readonly language?: string;
  /** Instructions to a model: the names that they give it stay. */
  readonly isInstructions?: boolean;
};

/** Masks one text. Equal values get equal pseudonyms; masking is idempotent. */
export type TextMasker = {
  mask(text: string, place?: TextPlace): MaskedText;
  /** The stretches of a text that `mask` replaces, in order. */
  find(text: string, place?: TextPlace): readonly Candidate[];
  /** Masks those of the stretches that are wanted, and leaves the others as they are. */
  maskOnly(
    text: string,
    place: TextPlace | undefined,
    isWanted: (stretch: Candidate) => boolean,
  ): string;
  /** The hint of a key, memoised. */
  hintOf(key: string): KeyHint | null;
};

/** A stretch of text that a rule considers personal data; `value` is the canonical form that is hashed. */
export type Candidate = {
  readonly type: PiiType;
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** Whether words before it say what it is: its type holds against one that a shape suggests. */
  readonly isAnnounced?: boolean;
};
