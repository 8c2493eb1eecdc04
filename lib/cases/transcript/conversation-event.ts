import type { CaseSpan } from "@/lib/domain/case/case";
import type { Utterance } from "@/lib/domain/trace/reading";

/** A model's prompt or its answer. */
type Words<Kind extends string> = {
  readonly kind: Kind;
  readonly atUs: number;
  readonly span: CaseSpan;
  readonly words: readonly Utterance[];
};
export type PromptEvent = Words<"prompt">;
export type AnswerEvent = Words<"answer">;

/** One event of the conversation in a span, with its time. */
export type ConversationEvent =
  | {
      readonly kind: "turn";
      readonly atUs: number;
      readonly span: CaseSpan;
      readonly utterance: Utterance;
    }
  | { readonly kind: "tool"; readonly atUs: number; readonly span: CaseSpan }
  | PromptEvent
  | AnswerEvent
  /** What a span around model calls replied: said if they said nothing. */
  | {
      readonly kind: "reply";
      readonly atUs: number;
      readonly span: CaseSpan;
      readonly utterance: Utterance;
    };
