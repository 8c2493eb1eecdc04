/** A row of the list of rules. */
export type RuleRow = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly source: string;
  readonly isOn: boolean;
  readonly places: string;
  readonly dates: string;
  readonly severity: string;
  readonly scope: string;
  readonly version: number;
  /** "as shipped", "edited here", "written here". */
  readonly origin: string;
  readonly owner: string;
  readonly language: string;
};

export type RulesModel = {
  /** "3 of 12 rules are on." */
  readonly lede: string;
  readonly rows: readonly RuleRow[];
  /** What no trace shows and somebody states of the workspace, a sentence each. */
  readonly stated: readonly string[];
  /** The same as YAML. */
  readonly statedText: string;
};

/** What gives an element: patterns, or what a reader looks for. */
export type ElementView = {
  readonly key: string;
  readonly isMeaning: boolean;
  readonly phrasings: readonly string[];
  /** Patterns of sentences that do not count. */
  readonly not: readonly string[];
};

/** Figures of a rule on one set of examples. */
export type MeasuredView = {
  readonly dataSet: string;
  /** "165 contacts". */
  readonly rows: string;
  readonly figures: readonly { readonly name: string; readonly words: string }[];
};

export type VersionView = {
  readonly version: number;
  /** Null: shipped. */
  readonly published: { readonly atUs: number; readonly name: string } | null;
  readonly isInForce: boolean;
  readonly text: string;
};

export type RuleModel = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly isOn: boolean;
  readonly origin: string;
  /** Said of shipped rules, edited or not. */
  readonly isSample: boolean;
  /** True where its words must not be said. */
  readonly isForbidding: boolean;
  /** Sentences on what it asks for, with their names. */
  readonly facts: readonly { readonly name: string; readonly words: string }[];
  readonly elements: readonly ElementView[];
  /** What decides where there are no elements; "" where there are. */
  readonly withoutElements: string;
  readonly measured: readonly MeasuredView[];
  /** How right it was where reviewers judged what it found, a sentence each. */
  readonly reviewed: readonly string[];
  /** What the figures were measured on, if not on this version; "" if on this one. */
  readonly measuredOn: string;
  readonly versions: readonly VersionView[];
  readonly text: string;
};
