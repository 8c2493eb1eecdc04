import type { SpanKind } from "../trace/reading";

/** A step that failed in a case, as filters name it: steps that are alike in all of these are one. */
export type CaseFailure = {
  readonly kind: SpanKind;
  /** The name of a tool. */
  readonly tool: string | null;
  readonly model: string | null;
  /** Its prompt, else of a tool that of the model call before it, or that of a span around it: "support-core@v7". */
  readonly prompt: string | null;
  /** Why it failed, without what differs from call to call: "Order # not found". Null: nothing says why. */
  readonly error: string | null;
};
