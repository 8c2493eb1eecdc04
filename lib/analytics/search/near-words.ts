import { mapInOrder } from "@/lib/domain/in-order";

/** The words of a full-text index. */
export type WordIndex = {
  /** How many cases have a word. */
  readonly casesWith: (word: string) => Promise<number>;
  /** The first word that is not before some letters; undefined: none. */
  readonly following: (from: string) => Promise<string | undefined>;
};

/** Shorter words are near to too many others. */
const lettersMin = 3;
/** Letters that are tried in one place of a word: an alphabet has fewer. */
const lettersMax = 100;
/** Words that are returned. */
const nearMax = 8;

/**
 * The words that one wrong letter turns into a word: one letter more, less or other, or two neighbours swapped; the
 * most frequent first. Words with digits are ids, which are near to many others. Looks up a few hundred words at most,
 * whatever the size of the index.
 */
export async function nearWords(word: string, index: WordIndex): Promise<readonly string[]> {
  const letters = Array.from(word);
  if (letters.length < lettersMin || /\P{L}/u.test(word)) return [];
  const candidates = new Set(letters.flatMap((_, at) => withoutLetters(letters, at)));
  for (let at = 0; at <= letters.length; at += 1) {
    const before = letters.slice(0, at).join("");
    for (const letter of await lettersAfter(before, index)) {
      candidates.add(before + letter + letters.slice(at).join(""));
      candidates.add(before + letter + letters.slice(at + 1).join(""));
    }
  }
  candidates.delete(word);
  return (
    await mapInOrder([...candidates], async (candidate) => ({
      candidate,
      cases: await index.casesWith(candidate),
    }))
  )
    .filter(({ cases }) => cases > 0)
    .sort((one, other) => other.cases - one.cases || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, nearMax)
    .map(({ candidate }) => candidate);
}

/** The word without a letter, and with it and the next swapped. */
function withoutLetters(letters: readonly string[], at: number): string[] {
  const before = letters.slice(0, at).join("");
  const [letter = "", next = "", ...rest] = letters.slice(at);
  return [before + next + rest.join(""), before + next + letter + rest.join("")];
}

/** Above any letter, so that the next search skips the words that begin with one. */
const last = "\u{10ffff}";

/** The letters that follow a beginning in the index, in order; others than letters are skipped. */
async function lettersAfter(before: string, { following }: WordIndex): Promise<readonly string[]> {
  const found: string[] = [];
  let next = await following(before);
  for (let tried = 0; tried < lettersMax && next?.startsWith(before) === true; tried += 1) {
    const [letter] = next.slice(before.length);
    if (letter === undefined) {
      // The beginning is a word itself.
      next = await following(`${before}\u0001`);
      continue;
    }
    if (/\p{L}/u.test(letter)) found.push(letter);
    next = await following(`${before}${letter}${last}`);
  }
  return found;
}
