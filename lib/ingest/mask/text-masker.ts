import type { PiiType } from "@/lib/domain/pseudonym";
import type { KeyHint } from "./key-hint";

/** A piece of personal data that was found; `start` is where its pseudonym stands in the masked text. */
export type MaskedPiece = {
  readonly type: PiiType;
  readonly pseudonym: string;
  readonly start: number;
};

export type MaskedText = { readonly text: string; readonly found: readonly MaskedPiece[] };

/**
 * Masks one text. `keyHint` is the attribute name or JSON key that the text stands under.
 * The same value gets the same pseudonym wherever it stands; masking what is masked changes nothing.
 */
export type TextMasker = {
  mask(text: string, options?: { readonly keyHint: string }): MaskedText;
  /** The stretches of a plain text that masking replaces, in order; the same as `mask` finds. */
  find(text: string): readonly Candidate[];
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
