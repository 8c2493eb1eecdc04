import type { Content, ConversationPart } from "@/lib/domain/trace/reading";

/** What a span said, on both sides, and which attribute keys that came from. */
export type SpanContent = {
  readonly system: string | null;
  readonly input: Content | null;
  readonly output: Content | null;
  readonly keys: readonly string[];
  /** The words were removed before they reached us. */
  readonly isStripped: boolean;
  /** Where what was said decides how it takes part. */
  readonly part: ConversationPart | null;
};
