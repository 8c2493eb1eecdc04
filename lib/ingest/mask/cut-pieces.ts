import type { Content, Reading } from "@/lib/domain/trace/reading";
import type { AttributeValue, SourceSpan } from "@/lib/domain/trace/span";
import type { DataFinding } from "@/lib/domain/trace/finding";

/** UTF-16 units of a text that are masked at once: more would hold up whatever waits, and a search has its limits. */
const pieceMax = 256 * 1024;
/** What lies beyond is masked as a whole. A text of a megabyte is read to its end, whatever it is written in. */
export const maskedMax = 2 * 1024 * 1024;
/** Stands for what was masked as a whole. */
export const cutMark = "‹text cut›";

/** Preferred ends of a piece: of a line, of a sentence, of a word. */
const ends = ["\n", ". ", " "];

/**
 * Cuts a long text into pieces that are masked one by one, up to `maskedMax`.
 * @returns the pieces in their order, and whether something lies beyond them
 */
export function cutPieces(text: string): { readonly pieces: readonly string[]; isCut: boolean } {
  const isCut = text.length > maskedMax;
  if (text.length <= pieceMax) return { pieces: [text], isCut };
  const kept = isCut ? text.slice(0, endOfPiece(text, 0, maskedMax)) : text;
  const pieces: string[] = [];
  for (let from = 0; from < kept.length;) {
    const to = from + pieceMax >= kept.length ? kept.length : endOfPiece(kept, from, pieceMax);
    pieces.push(kept.slice(from, to));
    from = to;
  }
  return { pieces, isCut };
}

/** Where a piece of at most `most` units ends; a run that has no end there is cut, but no character is. */
function endOfPiece(text: string, from: number, most: number): number {
  const half = from + most / 2;
  const piece = text.slice(half, from + most);
  for (const end of ends) {
    const at = piece.lastIndexOf(end);
    if (at >= 0) return half + at + end.length;
  }
  const last = text.charCodeAt(from + most - 1);
  return last >= 0xd800 && last <= 0xdbff ? from + most - 1 : from + most;
}

const finding: DataFinding = {
  code: "text-truncated",
  detail: `A text longer than ${String(maskedMax)} characters was masked as a whole beyond them.`,
};

/** Says of a masked span whether one of its texts was cut. */
export function findCutText(
  span: Pick<SourceSpan, "attributes" | "events">,
  { input, output, system }: Pick<Reading, "input" | "output" | "system">,
): readonly DataFinding[] {
  const isCut =
    [input, output].some(isContentCut) ||
    (system !== null && isCutText(system)) ||
    [span, ...span.events].some(({ attributes }) => [...attributes.values()].some(isValueCut));
  return isCut ? [finding] : [];
}

function isContentCut(content: Content | null): boolean {
  if (content === null) return false;
  if (typeof content === "string") return isCutText(content);
  return content.some(({ text }) => isCutText(text));
}

function isValueCut(value: AttributeValue): boolean {
  if (typeof value === "string") return isCutText(value);
  return typeof value === "object" && value !== null && Object.values(value).some(isValueCut);
}

function isCutText(text: string): boolean {
  return text.length > maskedMax / 2 && text.endsWith(cutMark);
}
