/** An act with how often its readings were right; figures are sentences' parts, ready to print. */
export type ActRow = {
  readonly act: string;
  readonly who: "Customer" | "Agent";
  readonly words: string;
  readonly english: ActFigures;
  readonly others: ActFigures;
};

/** Of one language or some together: shares such as ".82", "–" where there is none. */
export type ActFigures = {
  /** Messages that do it. */
  readonly messages: string;
  readonly precision: string;
  readonly recall: string;
  /** Of readings that verdicts may rest on; null: none may. */
  readonly sure: { readonly precision: string; readonly recall: string } | null;
};

export type LanguageRow = {
  readonly language: string;
  readonly writers: string;
  readonly messages: string;
  /** Mean of the acts' F1. */
  readonly f1: string;
};

/** What the page How it reads shows before anything is tried. */
export type HowItReadsModel = {
  readonly acts: readonly ActRow[];
  readonly languages: readonly LanguageRow[];
};

/** What was read in a sentence that somebody tried. */
export type TriedSentence = {
  /** The language in words; null: none that is read. */
  readonly language: string | null;
  readonly acts: readonly {
    readonly act: string;
    readonly words: string;
    readonly confidence: string;
    readonly certainty: string;
    readonly start: number;
    readonly end: number;
  }[];
};
