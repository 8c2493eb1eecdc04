import type { AssembledCase, Quote } from "@/lib/domain/case/case";
import type { RowPlace } from "./score-line";

/** Where in the row words of its case stand: a message counts from its own contact's first. */
export function placeInRow(
  { message, start, end }: Quote,
  { messages }: Pick<AssembledCase, "messages">,
): RowPlace {
  const interaction = messages[message]?.interaction ?? 0;
  const first = messages.findIndex((each) => each.interaction === interaction);
  return { interaction, message: message - first, start, end };
}
