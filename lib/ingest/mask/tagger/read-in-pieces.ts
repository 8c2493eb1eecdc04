import type { Candidate } from "../text-masker";

/** Finds personal data in a text with a context. */
type FindIn<S> = (text: string, known: readonly Candidate[], setting: S) => readonly Candidate[];

/** UTF-16 units that the tagger reads at once; longer text is read in pieces. */
export const pieceMax = 65_536;

/** Preferred ends of a piece: of a line, of a sentence, of a word. */
const ends = ["\n", ". ", " "];

/**
 * Splits a long text into pieces of at most `pieceMax` units, which bounds memory.
 * @param find reads one piece
 */
export function readInPieces<S>(find: FindIn<S>): FindIn<S> {
  return (text, known, setting) => {
    if (text.length <= pieceMax) return find(text, known, setting);
    const found: Candidate[] = [];
    let next = 0;
    for (let from = 0; from < text.length;) {
      const to = endOfPiece(text, from, known, next);
      const inPiece: Candidate[] = [];
      for (let each = known[next]; each !== undefined && each.start < to; each = known[next]) {
        inPiece.push(shift(each, -from));
        next += 1;
      }
      for (const each of find(text.slice(from, to), inPiece, setting)) {
        found.push(shift(each, from));
      }
      from = to;
    }
    return found;
  };
}

/** The end of a piece, never inside a known stretch. */
function endOfPiece(text: string, from: number, known: readonly Candidate[], next: number): number {
  const last = from + pieceMax;
  if (last >= text.length) return text.length;
  const piece = text.slice(from + pieceMax / 2, last);
  let to = last;
  for (const end of ends) {
    const at = piece.lastIndexOf(end);
    if (at < 0) continue;
    to = from + pieceMax / 2 + at + end.length;
    break;
  }
  for (let at = next; (known[at]?.start ?? to) < to; at += 1)
    to = Math.max(to, known[at]?.end ?? to);
  return Math.min(to, text.length);
}

function shift(candidate: Candidate, by: number): Candidate {
  return { ...candidate, start: candidate.start + by, end: candidate.end + by };
}
