import type { Candidate } from "../text-masker";

/** Finds personal data in a text that stands in a setting. */
type FindIn<S> = (text: string, known: readonly Candidate[], setting: S) => readonly Candidate[];

/** UTF-16 units that the tagger reads at once: a longer text is read piece by piece, to its end. */
export const pieceMax = 65_536;

/** The ends that a piece may have, best first: of a line, of a sentence, of a word. */
const ends = ["\n", ". ", " "];

/**
 * Hands a long text on in pieces of at most `pieceMax` units, so that memory does not grow with the text. A text
 * that is no longer than that is read as one.
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

/** Where a piece ends: never inside a stretch that is known already. */
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
