import type { Quote } from "./case";
import type { SpanKey } from "../trace/span";

/**
 * What the passages say of a claim. `own-matter`: what they are not asked for, as the agent tells of their
 * own acts or repeats what a tool returned.
 */
export type ClaimVerdict = "supported" | "contradicted" | "unsupported" | "own-matter";

/** Where what was returned comes closest to a claim. */
export type ClosestWords = {
  /** A passage by its position among those of the answer, from 0, or the message that a tool answered with. */
  readonly from:
    | { readonly kind: "passage"; readonly position: number; readonly id: string | null }
    | { readonly kind: "tool"; readonly message: number; readonly name: string };
  readonly words: string;
};

/** One sentence of an answer beside what was returned for it. */
export type AnswerClaim = {
  readonly quote: Quote;
  readonly verdict: ClaimVerdict;
  /** True where no passage supports it and what a tool returned does. */
  readonly isByTool: boolean;
  /** Numbers and names that no passage has, as written. */
  readonly missing: readonly string[];
  /** Null where nothing returned is about it. */
  readonly closest: ClosestWords | null;
};

/** What an answer asserts, for which passages were retrieved. */
export type AnswerClaims = {
  /** Position of the answer in the case, from 0. */
  readonly message: number;
  readonly interaction: number;
  readonly passages: number;
  /** The spans that retrieved them. */
  readonly spans: readonly SpanKey[];
  readonly claims: readonly AnswerClaim[];
};
