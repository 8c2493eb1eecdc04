/** One thing a case must have to be found. */
export type SearchTerm = {
  /** As it was typed, without quotes: what an id may begin with. */
  readonly text: string;
  /** What the full-text index calls words, without case and diacritics. */
  readonly words: readonly string[];
  /** True where the words stood in quotes: they follow each other in one message. */
  readonly isPhrase: boolean;
};

const quotesOrWord = /["“”„](?<phrase>[^"“”„]*)["“”„]?|(?<word>[^\s"“”„]+)/gu;

/**
 * Takes apart what somebody looks for: words, and phrases in quotes. A quote that is never closed reaches
 * to the end; signs between words are left out where there is anything else.
 */
export function searchTerms(text: string): readonly SearchTerm[] {
  const terms = [...text.matchAll(quotesOrWord)].map(({ groups }) => {
    const phrase = groups?.["phrase"];
    const typed = (phrase ?? groups?.["word"] ?? "").trim();
    return { text: typed, words: searchWords(typed), isPhrase: phrase !== undefined };
  });
  const telling = terms.filter(({ words }) => words.length > 0);
  return telling.length > 0 ? telling : terms.filter((term) => term.text !== "");
}

/** The words of a text as the full-text index counts them, so that both find the same. */
export function searchWords(text: string): readonly string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [];
}
