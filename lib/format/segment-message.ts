import type { Message } from "@/lib/domain/case/case";
import { segmentText, type QuoteRange, type TextSegment } from "@/lib/format/segment-text";
import { shownText } from "@/lib/format/shown-text";

/**
 * The segments of a message with its quotes: of an agent's answer as its customer saw it, unless a quote is of the
 * syntax that the customer did not see.
 * @param ranges offsets in the stored text
 */
export function segmentMessage(
  { speaker, text }: Pick<Message, "speaker" | "text">,
  ranges: readonly QuoteRange[],
): TextSegment[] {
  if (speaker !== "agent") return segmentText(text, ranges);
  const shown = shownText(text);
  const placed = ranges.map(({ ref, start, end }) => ({
    ref,
    start: shown.placeOf(start),
    end: shown.placeOf(end),
  }));
  const isSeen = placed.every(({ start, end }) => shown.text.slice(start, end).trim() !== "");
  return isSeen ? segmentText(shown.text, placed) : segmentText(text, ranges);
}
