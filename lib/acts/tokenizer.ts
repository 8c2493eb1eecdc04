/** Splits text into the pieces of words that a model was trained on. */
export type Tokenizer = {
  /** Ids of a text's pieces, and where each begins in the text (UTF-16 offset of its word). */
  readonly encode: (text: string) => {
    readonly ids: readonly number[];
    readonly at: readonly number[];
  };
  readonly classId: number;
  readonly separatorId: number;
};

/** Letters of a longer word are not read. */
const wordMax = 40;
const wordOrMark = /[^\s!-/:-@[-`{-~\p{P}]+|[!-/:-@[-`{-~\p{P}]/gu;
const masked = "<([A-Z_]+):[0-9a-f]{16}>";
const pseudonymOrWordOrMark = new RegExp(`${masked}|${wordOrMark.source}`, "gu");
const number = /[0-9]+/g;
/** What is read in place of a pseudonym, as training lines have made-up values; else a number. */
const standIns: ReadonlyMap<string, string> = new Map([
  ["PERSON", "sam"],
  ["EMAIL", "sam@example.com"],
  ["ADDRESS", "0 high street"],
]);

/**
 * Creates a tokenizer that does what training/acts/train_student.py does: lower case, each number a 0, words apart from
 * marks, and of each word the longest known pieces from its beginning.
 * @param pieces by id; one that continues a word begins with ##
 * @throws where a piece that every text needs is missing
 */
export function createTokenizer(pieces: readonly string[]): Tokenizer {
  const idOf = new Map(pieces.map((piece, id) => [piece, id]));
  const need = (piece: string): number => {
    const id = idOf.get(piece);
    if (id === undefined) throw new Error(`The vocabulary of acts has no ${piece}.`);
    return id;
  };
  const unknownId = need("[UNK]");

  function piecesOf(word: string): readonly number[] {
    if (word.length > wordMax) return [unknownId];
    const found: number[] = [];
    for (let start = 0; start < word.length;) {
      let end = word.length;
      let id: number | undefined;
      for (; end > start; end -= 1) {
        const piece = word.slice(start, end);
        id = idOf.get(start === 0 ? piece : `##${piece}`);
        if (id !== undefined) break;
      }
      if (id === undefined) return [unknownId];
      found.push(id);
      start = end;
    }
    return found;
  }

  return {
    classId: need("[CLS]"),
    separatorId: need("[SEP]"),
    encode(text) {
      const [ids, at]: [number[], number[]] = [[], []];
      for (const match of text.matchAll(pseudonymOrWordOrMark)) {
        const written = match[1] === undefined ? match[0] : (standIns.get(match[1]) ?? "0");
        const word = written.normalize("NFC").toLowerCase().replaceAll("’", "'");
        // Marks that only lower case or the plain apostrophe brings about stand within their word.
        for (const part of word.replace(number, "0").match(wordOrMark) ?? []) {
          for (const id of piecesOf(part)) {
            ids.push(id);
            at.push(match.index);
          }
        }
      }
      return { ids, at };
    },
  };
}
