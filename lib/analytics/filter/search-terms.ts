/** A term that a case must match. */
export type SearchTerm = {
  /** As typed, without quotes: an id may begin with it. */
  readonly text: string;
  /** Its words as in the full-text index, without case and diacritics. */
  readonly words: readonly string[];
  /** True for words in quotes: they follow each other in one message. */
  readonly isPhrase: boolean;
};

const quotesOrWord = /["“”„](?<phrase>[^"“”„]*)["“”„]?|(?<word>[^\s"“”„]+)/gu;

/**
 * Parses a search into words and quoted phrases. An unclosed quote extends to the end; punctuation is ignored where
 * there is anything else.
 */
export function searchTerms(text: string): readonly SearchTerm[] {
  const terms = [...text.matchAll(quotesOrWord)].map(({ groups }) => {
    const phrase = groups?.["phrase"];
    const typed = (phrase ?? groups?.["word"] ?? "").trim();
    return { text: typed, words: searchWords(typed), isPhrase: phrase !== undefined };
  });
  const usable = terms.filter(({ words }) => words.length > 0);
  return usable.length > 0 ? usable : terms.filter((term) => term.text !== "");
}

/** Combining accents, as the full-text index has them; other combining characters divide words. */
const accents =
  /[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]/gu;
/** The same for signs of New Tai Lue and two of Vedic, which became letters after the tables of SQLite's index were made. */
const letters = /(?:(?![\u19b0-\u19c9\u1cf2\u1cf3])[\p{L}\p{N}\p{Co}])+/gu;
const latin = /^\p{Script=Latin}$/u;

/** The words of a text as the full-text index has them. */
export function searchWords(text: string): readonly string[] {
  const plain = text.replace(accents, "").replace(/(?![a-zA-Z])\p{L}/gu, foldLetter);
  return plain.toLowerCase().match(letters) ?? [];
}

/** Only Latin letters lose their accents: й is another letter than и, 각 than 가. */
function foldLetter(letter: string): string {
  if (latin.test(letter)) return letter.normalize("NFD").replace(/\p{M}/gu, "").replace("ſ", "s");
  // Twice, so that forms of one letter become the same, like σ and ς.
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper.toLowerCase() : letter;
}
