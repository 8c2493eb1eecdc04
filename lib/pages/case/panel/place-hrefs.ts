import type { DerivedCase, ScoreTarget } from "@/lib/domain/case/case";
import type { SpanKey } from "@/lib/domain/trace/span";
import { contactAnchor, messageAnchor } from "@/lib/format/anchors";

type FirstMessages = {
  readonly ofContact: ReadonlyMap<number, number>;
  readonly ofSpan: ReadonlyMap<SpanKey, number>;
};
type Placed = Pick<DerivedCase, "messages" | "handoffs">;

/**
 * Addresses of score targets; null for a case and for targets without messages.
 * @param hrefOf address of an anchor at a message
 */
export function placeHrefs(
  derived: Placed,
  hrefOf: (message: number, anchor: string) => string,
): (target: ScoreTarget) => string | null {
  const firstOf = firstMessages(derived);
  return (target) => {
    const message = messageOf(target, derived, firstOf);
    if (message === null) return null;
    const isContact = target.kind === "interaction";
    return hrefOf(message, isContact ? contactAnchor(target.ordinal) : messageAnchor(message));
  };
}

/** Indexed by contact and span: a long case has thousands of scores. */
function firstMessages({ messages }: Placed): FirstMessages {
  const ofContact = new Map<number, number>();
  const ofSpan = new Map<SpanKey, number>();
  for (const { ordinal, interaction, spans } of messages) {
    if (!ofContact.has(interaction)) ofContact.set(interaction, ordinal);
    for (const span of spans) if (!ofSpan.has(span)) ofSpan.set(span, ordinal);
  }
  return { ofContact, ofSpan };
}

function messageOf(
  target: ScoreTarget,
  { handoffs }: Placed,
  { ofContact, ofSpan }: FirstMessages,
): number | null {
  switch (target.kind) {
    case "case":
      return null;
    case "interaction":
      return ofContact.get(target.ordinal) ?? null;
    case "handoff":
      return handoffs[target.ordinal]?.atMessage ?? null;
    case "message":
      return target.ordinal;
    case "span":
      return ofSpan.get(target.span) ?? null;
  }
}
