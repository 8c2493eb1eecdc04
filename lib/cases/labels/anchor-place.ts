import type { DerivedCase, Message } from "@/lib/domain/case/case";
import type { LabelAnchor, LabelPlace, MessageAnchor } from "@/lib/domain/quality/label";

/** A short hash of a text. */
export type HashWords = (words: string) => string;

/**
 * What identifies a place in a case across rebuilds.
 * @returns null if the place does not exist or has no source span
 */
export function anchorPlace(
  derived: Pick<DerivedCase, "caseId" | "messages" | "handoffs">,
  place: LabelPlace,
  hash: HashWords,
): LabelAnchor | null {
  const { caseId, messages, handoffs } = derived;
  const anchor = (message: Message | undefined) => anchorMessage(messages, message, hash);
  switch (place.kind) {
    case "case":
      return { kind: "case", caseId };
    case "span":
      return { kind: "span", span: place.span };
    case "message":
      return around(place.kind, anchor(messages[place.ordinal]));
    case "handoff":
      return around(place.kind, anchor(messages[handoffs[place.ordinal]?.atMessage ?? -1]));
    case "interaction": {
      const first = messages.find(({ interaction }) => interaction === place.ordinal);
      return around(place.kind, anchor(first));
    }
    case "promise": {
      const message = anchor(messages[place.message]);
      const { kind, start, end } = place;
      return message === null ? null : { kind, message, start, end };
    }
    case "fact": {
      const message = anchor(messages[place.message]);
      const at = anchor(messages[handoffs[place.handoff]?.atMessage ?? -1]);
      const { kind, start, end } = place;
      return message === null || at === null ? null : { kind, at, message, start, end };
    }
  }
}

function around(
  kind: "interaction" | "handoff" | "message",
  message: MessageAnchor | null,
): LabelAnchor | null {
  return message === null ? null : { kind, message };
}

function anchorMessage(
  messages: readonly Message[],
  message: Message | undefined,
  hash: HashWords,
): MessageAnchor | null {
  const span = message?.spans[0];
  if (message === undefined || span === undefined) return null;
  const equals = messages.filter(
    ({ spans, text }) => spans.includes(span) && text === message.text,
  );
  return { span, words: hash(message.text), nth: equals.indexOf(message) };
}
