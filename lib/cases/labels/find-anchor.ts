import type { DerivedCase, Message } from "@/lib/domain/case/case";
import type { LabelAnchor, LabelPlace, MessageAnchor } from "@/lib/domain/quality/label";
import type { HashWords } from "./anchor-place";

type Searched = Pick<DerivedCase, "caseId" | "messages" | "handoffs">;

/**
 * Finds a label's target in the currently derived case. A contact or handoff is found by its first
 * span even if its text changed; a message, promise or fact only by its text.
 * @returns null if it is gone: the label is detached
 */
export function findAnchor(
  derived: Searched,
  anchor: LabelAnchor,
  hash: HashWords,
): LabelPlace | null {
  const { messages, handoffs } = derived;
  const exactly = (sought: MessageAnchor) => findMessage(messages, sought, hash);
  const roughly = (sought: MessageAnchor) =>
    exactly(sought) ?? messages.find(({ spans }) => spans.includes(sought.span));
  switch (anchor.kind) {
    case "case":
      return anchor.caseId === derived.caseId ? { kind: "case" } : null;
    case "span":
      return { kind: "span", span: anchor.span };
    case "message": {
      const message = exactly(anchor.message);
      return message === undefined ? null : { kind: "message", ordinal: message.ordinal };
    }
    case "interaction": {
      const message = roughly(anchor.message);
      return message === undefined ? null : { kind: "interaction", ordinal: message.interaction };
    }
    case "handoff": {
      const handoff = handoffAt(handoffs, roughly(anchor.message));
      return handoff === undefined ? null : { kind: "handoff", ordinal: handoff.ordinal };
    }
    case "promise": {
      const message = exactly(anchor.message);
      const { kind, start, end } = anchor;
      return message === undefined ? null : { kind, message: message.ordinal, start, end };
    }
    case "fact": {
      const message = exactly(anchor.message);
      const handoff = handoffAt(handoffs, roughly(anchor.at));
      if (message === undefined || handoff === undefined) return null;
      const { kind, start, end } = anchor;
      return { kind, handoff: handoff.ordinal, message: message.ordinal, start, end };
    }
  }
}

function handoffAt(handoffs: DerivedCase["handoffs"], message: Message | undefined) {
  return handoffs.find(({ atMessage }) => atMessage === message?.ordinal);
}

function findMessage(
  messages: readonly Message[],
  { span, words, nth }: MessageAnchor,
  hash: HashWords,
): Message | undefined {
  const equals = messages.filter(({ spans, text }) => spans.includes(span) && hash(text) === words);
  return equals[nth] ?? equals.at(-1);
}
