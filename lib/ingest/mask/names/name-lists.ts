/** Lists that names are known by; words in lower case. */
export type NameLists = {
  readonly isFirst: (word: string) => boolean;
  readonly isLast: (word: string) => boolean;
  /** Words of brands, products and programming languages; some are names, too. */
  readonly isBrand: (word: string) => boolean;
  /** Whether a name is an ordinary word of a language, too. */
  readonly isOrdinary: (language: string, word: string) => boolean;
};
