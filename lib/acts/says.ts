import type { Act, ReadAct } from "@/lib/domain/acts/act";
import type { Message, Quote } from "@/lib/domain/case/case";
type Read = Pick<Message, "acts">;

/** Whether a message does something: `maybe` where it is not read, or not surely enough to say yes or no. */
export type Said = "yes" | "maybe" | "no";

/** What was read of an act in a message; null: it does not do it, or was not read. */
export function actIn({ acts }: Read, act: Act): ReadAct | null {
  return acts?.read.find((each) => each.act === act) ?? null;
}

/** Whether nobody read what was said: its language was not measured, or no reader runs here. */
export function isUnread({ acts }: Read): boolean {
  return acts === undefined || acts === null;
}

/** Whether a message does something. */
export function says(message: Read, act: Act): Said {
  const { acts } = message;
  if (acts === undefined || acts === null) return "maybe";
  const read = actIn(message, act);
  if (read === null) return "no";
  return read.certainty === "sure" ? "yes" : "maybe";
}

/** The words that carry an act; the whole message where it was not read. */
export function quoteOfAct(message: Pick<Message, "acts" | "ordinal" | "text">, act: Act): Quote {
  const { start, end } = actIn(message, act) ?? { start: 0, end: message.text.length };
  return { message: message.ordinal, start, end };
}
