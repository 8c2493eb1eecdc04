import type { AssembledCase, Quote } from "@/lib/domain/case/case";
import type { RowPlace } from "./score-line";

/** Position in the row of a range of its case: messages count from their contact's first. */
export function placeInRow(
  { message, start, end }: Quote,
  { messages }: Pick<AssembledCase, "messages">,
): RowPlace {
  const interaction = messages[message]?.interaction ?? 0;
  const first = messages.findIndex((each) => each.interaction === interaction);
  return { interaction, message: message - first, start, end };
}
