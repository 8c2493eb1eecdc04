import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import type { KeyHint } from "./key-hint";

/** A piece of personal data that was found; `start` is where its pseudonym stands in the masked text. */
export type MaskedPiece = {
  readonly type: PiiType;
  readonly pseudonym: string;
  readonly start: number;
};

export type MaskedText = { readonly text: string; readonly found: readonly MaskedPiece[] };

/** What is known of where a text stands. */
export type TextPlace = {
  /** The attribute name or JSON key that the text stands under. */
  readonly keyHint?: string;
  /** What the agent's message before a customer's words asks for, as bits of `asks`; somebody said these words. */
  readonly asked?: number;
};

/**
 * Masks one text. The same value gets the same pseudonym wherever it stands; masking what is masked changes nothing.
 */
export type TextMasker = {
  mask(text: string, place?: TextPlace): MaskedText;
  /** The stretches of a text that masking replaces, in order; the same as `mask` finds. */
  find(text: string, place?: TextPlace): readonly Candidate[];
  /** What a key says about the values under it, remembered. */
  hintOf(key: string): KeyHint | null;
};

/** A stretch of text that a rule takes for personal data; `value` is the normalised form that is hashed. */
export type Candidate = {
  readonly type: PiiType;
  readonly start: number;
  readonly end: number;
  readonly value: string;
};
