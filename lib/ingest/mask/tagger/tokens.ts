import type { Candidate } from "../text-masker";

export const tokenKinds = { word: 0, number: 1, mixed: 2, mark: 3, id: 4 } as const;

/** A word, a run of digits, letters and digits together, or a known stretch. */
export type Token = {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  /** A pseudonym's type of personal data; "" otherwise. */
  readonly type: string;
};

const letters = /[\p{L}\p{M}]/u;
/** A token at a position; most texts are ASCII and take a faster path. */
const piece =
  /<([A-Z_]{2,40})(?::[0-9a-f]{16})?>|\[([A-Z_]{2,40})\]|[\p{L}\p{N}\p{M}_]+(?:['’]\p{L}{2,}(?=$|[^\p{L}]))?/uy;
const underscored = /_/;
const digit = /\p{N}/u;

/**
 * Tokenises a text. Punctuation is not a token.
 * @param known stretches found before, in order; each becomes a pseudonym token
 */
export function tokensOf(text: string, known: readonly Candidate[]): readonly Token[] {
  const tokens: Token[] = [];
  let next = 0;
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (token === null) {
      at += 1;
      continue;
    }
    let pseudonym = known[next];
    while (pseudonym !== undefined && pseudonym.end <= at) {
      tokens.push({
        start: pseudonym.start,
        end: pseudonym.end,
        kind: tokenKinds.mark,
        type: pseudonym.type,
      });
      next += 1;
      pseudonym = known[next];
    }
    if (pseudonym !== undefined && pseudonym.start < token.end) {
      tokens.push({
        start: pseudonym.start,
        end: pseudonym.end,
        kind: tokenKinds.mark,
        type: pseudonym.type,
      });
      next += 1;
      at = Math.max(pseudonym.end, at + 1);
      continue;
    }
    tokens.push(token);
    at = token.end;
  }
  for (const pseudonym of known.slice(next)) {
    tokens.push({
      start: pseudonym.start,
      end: pseudonym.end,
      kind: tokenKinds.mark,
      type: pseudonym.type,
    });
  }
  return tokens;
}

const other = 0;
const isLetter = 1;
const isDigit = 2;
const isUnderscore = 4;
/** `<` and `[`. */
const opens = 8;
const classes = new Uint8Array(128);
for (let code = 48; code <= 57; code += 1) classes[code] = isDigit;
for (let code = 65; code <= 90; code += 1) classes[code + 32] = classes[code] = isLetter;
classes[95] = isUnderscore;
classes[60] = classes[91] = opens;

function classOf(text: string, at: number): number {
  return classes[text.charCodeAt(at)] ?? other;
}

/** @returns the token that begins at a position, or null */
function tokenAt(text: string, start: number): Token | null {
  let end = start;
  let seen = 0;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code >= 128) return tokenByPattern(text, start);
    const found = classes[code] ?? other;
    if (found === opens && seen === 0) return tokenByPattern(text, start);
    if (found === other || found === opens) break;
    seen |= found;
    end += 1;
  }
  if (seen === 0) return null;
  if (text.charCodeAt(end) === 39) {
    let last = end + 1;
    while (classOf(text, last) === isLetter) last += 1;
    if (text.charCodeAt(last) >= 128) return tokenByPattern(text, start);
    if (last > end + 2) {
      end = last;
      seen |= isLetter;
    }
  }
  return { start, end, kind: kindOfSeen(text, start, end, seen), type: "" };
}

function kindOfSeen(text: string, start: number, end: number, seen: number): number {
  if (seen & isUnderscore) return tokenKinds.id;
  if (!(seen & isDigit)) return tokenKinds.word;
  if (!(seen & isLetter)) return tokenKinds.number;
  return isHash(text.slice(start, end)) ? tokenKinds.id : tokenKinds.mixed;
}

function tokenByPattern(text: string, start: number): Token | null {
  piece.lastIndex = start;
  const match = piece.exec(text);
  if (match === null) return null;
  const end = start + match[0].length;
  const type = match[1] ?? match[2];
  if (type !== undefined) return { start, end, kind: tokenKinds.mark, type };
  return { start, end, kind: kindOf(match[0]), type: "" };
}

/** Hexadecimal, like ids and hashes. */
const hash = /^(?=.*\d)[0-9a-f]{12,}$/i;

function kindOf(text: string): number {
  if (underscored.test(text)) return tokenKinds.id;
  const hasDigit = digit.test(text);
  if (!hasDigit) return tokenKinds.word;
  if (!letters.test(text)) return tokenKinds.number;
  return isHash(text) ? tokenKinds.id : tokenKinds.mixed;
}

function isHash(text: string): boolean {
  return text.length >= 12 && hash.test(text);
}
