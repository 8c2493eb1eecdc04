import type { Quote } from "./case";
import type { SpanKey } from "../trace/span";

/**
 * Relation of a claim to its passages. `own-matter`: passages are not expected to support it, since the agent reports
 * their own acts or repeats a tool's result.
 */
export type ClaimVerdict = "supported" | "contradicted" | "unsupported" | "own-matter";

/** The text in the sources closest to a claim. */
export type ClosestWords = {
  /** A passage by its position among those of the answer, from 0, or the message with a tool's result. */
  readonly from:
    | { readonly kind: "passage"; readonly position: number; readonly id: string | null }
    | { readonly kind: "tool"; readonly message: number; readonly name: string };
  readonly words: string;
};

/** One sentence of an answer compared with its sources. */
export type AnswerClaim = {
  readonly quote: Quote;
  readonly verdict: ClaimVerdict;
  /** True if only a tool's result supports it. */
  readonly isByTool: boolean;
  /** Numbers and names found in no passage, as written. */
  readonly missing: readonly string[];
  /** Null if no source is related. */
  readonly closest: ClosestWords | null;
};

/** The claims of an answer for which passages were retrieved. */
export type AnswerClaims = {
  /** Position of the answer in the case, from 0. */
  readonly message: number;
  readonly interaction: number;
  readonly passages: number;
  readonly spans: readonly SpanKey[];
  readonly claims: readonly AnswerClaim[];
};
