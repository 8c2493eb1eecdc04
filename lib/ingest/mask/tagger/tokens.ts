import type { Candidate } from "../text-masker";

/** What a token is made of. */
export const tokenKinds = { word: 0, number: 1, mixed: 2, mark: 3, id: 4 } as const;

/** A word, a run of digits, letters and digits together, or a stretch that is known already. */
export type Token = {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  /** Of a mark: what kind of personal data it stands for; "" otherwise. */
  readonly type: string;
};

const letters = /[\p{L}\p{M}]/u;
const piece =
  /<([A-Z_]{2,40})(?::[0-9a-f]{16})?>|\[([A-Z_]{2,40})\]|[\p{L}\p{N}\p{M}_]+(?:['’]\p{L}{2,}(?=$|[^\p{L}]))?/gu;
const underscored = /_/;
const digit = /\p{N}/u;

/**
 * Cuts a text into tokens. Punctuation is no token: it lies between two.
 * @param known stretches found already, in order; each becomes one mark
 */
export function tokensOf(text: string, known: readonly Candidate[]): readonly Token[] {
  const tokens: Token[] = [];
  let next = 0;
  piece.lastIndex = 0;
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    let mark = known[next];
    while (mark !== undefined && mark.end <= start) {
      tokens.push({ start: mark.start, end: mark.end, kind: tokenKinds.mark, type: mark.type });
      next += 1;
      mark = known[next];
    }
    if (mark !== undefined && mark.start < end) {
      tokens.push({ start: mark.start, end: mark.end, kind: tokenKinds.mark, type: mark.type });
      next += 1;
      piece.lastIndex = Math.max(mark.end, start + 1);
      continue;
    }
    const type = match[1] ?? match[2];
    if (type !== undefined) tokens.push({ start, end, kind: tokenKinds.mark, type });
    else tokens.push({ start, end, kind: kindOf(match[0]), type: "" });
  }
  for (const mark of known.slice(next)) {
    tokens.push({ start: mark.start, end: mark.end, kind: tokenKinds.mark, type: mark.type });
  }
  return tokens;
}

/** Hexadecimal, as ids and hashes are written. */
const hash = /^(?=.*\d)[0-9a-f]{12,}$/i;

function kindOf(text: string): number {
  if (underscored.test(text)) return tokenKinds.id;
  const hasDigit = digit.test(text);
  if (!hasDigit) return tokenKinds.word;
  if (!letters.test(text)) return tokenKinds.number;
  return hash.test(text) ? tokenKinds.id : tokenKinds.mixed;
}
