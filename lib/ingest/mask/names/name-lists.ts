/** Lists that names are known by; words in lower case. */
export type NameLists = {
  readonly isFirst: (word: string) => boolean;
  readonly isLast: (word: string) => boolean;
  /** Words of brands, products and programming languages; some are names, too. */
  readonly isBrand: (word: string) => boolean;
  /** How common a word is in a language: 3 very, 2 common, 1 in a dictionary of it, 0 none of these; 2 where none is listed. */
  readonly rankOf: (language: string, word: string) => number;
  /** Whether a name is an ordinary word of a language, too. */
  readonly isOrdinary: (language: string, word: string) => boolean;
};
