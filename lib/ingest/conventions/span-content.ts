import type { ToolAnswer } from "./read/read-tool-texts";
import type { Content, ConversationPart } from "@/lib/domain/trace/reading";

/** A span's input and output, and the attribute keys they came from. */
export type SpanContent = {
  readonly system: string | null;
  readonly input: Content | null;
  readonly output: Content | null;
  readonly keys: readonly string[];
  /** The text was removed before it reached us. */
  readonly isStripped: boolean;
  /** Set if the content decides the span's part in the conversation. */
  readonly part: ConversationPart | null;
  /** On a tool span whose result is a message: what the message says besides its text. */
  readonly answer: ToolAnswer | null;
};
