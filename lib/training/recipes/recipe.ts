import type { AboutEvaluator } from "@/lib/domain/quality/accuracy";
import type { ScoreLine } from "@/lib/scoring/score-line";
import type { Scorer } from "@/lib/scoring/scorer";
import type { DataRow, DataSetName } from "../data-sets";

export type Judged = { readonly row: DataRow; readonly line: ScoreLine; readonly group: string };

/** One metric of an evaluator on a data set, with its required value. */
export type Figure = {
  /** "AUC", "recall"… */
  readonly name: string;
  /** Minimum on unseen rows; null for none. */
  readonly must: number | null;
  readonly goal: number | null;
  /** Whether it is of verdicts as they are given, and printed beside them. */
  readonly isPrinted?: boolean;
  /** Null if the rows do not determine it. */
  readonly of: (judged: readonly Judged[]) => number | null;
};

/** A measurement of an evaluator on one data set. */
export type Measure = {
  readonly dataSet: DataSetName;
  /** The label in plain words: "the customer's goal was reached". */
  readonly label: string;
  /** What of the evaluator is measured: "contacts with AI agents". */
  readonly path: string;
  /** Whether that gives the evaluator's verdicts; false of a part of it. */
  readonly isOfVerdicts: boolean;
  /** Derives the measured rows from the set's, e.g. pairs from single requests. */
  readonly madeOf?: (rows: readonly DataRow[]) => readonly DataRow[];
  readonly isLabelled: (row: DataRow) => boolean;
  /** 1 or 0 for a binary label, for calibration and for the baselines. */
  readonly truthOf: ((row: DataRow) => number) | null;
  /** False if masked rows cannot be measured, e.g. because positions change. */
  readonly isMeasuredMasked: boolean;
  /** The cross-validation group across all training sets: a domain, an agent model, a template. */
  readonly groupOf: (row: DataRow) => string;
  readonly figures: readonly Figure[];
};

/** How an evaluator's weights are fitted and measured; `weights` is null if nothing is fitted. */
type RecipeDefinition<Weights> = {
  readonly evaluator: string;
  readonly about: AboutEvaluator;
  readonly measures: readonly Measure[];
} & (
  | { readonly weights: null; readonly scorer: Scorer }
  | {
      readonly weights: {
        /** Path below the checkout that the fitted weights are written to. */
        readonly file: string;
        readonly learnsFrom: readonly DataSetName[];
        /** Fits to rows; deterministic. */
        readonly fit: (rows: readonly DataRow[]) => Weights;
      };
      readonly scorer: (weights: Weights) => Scorer;
    }
);

/** A recipe with the type of its weights erased. */
export type Recipe = {
  readonly evaluator: string;
  readonly about: AboutEvaluator;
  readonly measures: readonly Measure[];
  readonly weightsFile: string | null;
  readonly learnsFrom: readonly DataSetName[];
  /**
   * Fits to rows.
   * @returns the weights to store, and a scorer with them
   */
  readonly fit: (rows: readonly DataRow[]) => {
    readonly weights: unknown;
    readonly scorer: Scorer;
  };
};

/** Creates a recipe, so that recipes with different weight types fit in one list. */
export function defineRecipe<Weights>(definition: RecipeDefinition<Weights>): Recipe {
  const { evaluator, about, measures } = definition;
  if (definition.weights === null) {
    const { scorer } = definition;
    return {
      evaluator,
      about,
      measures,
      weightsFile: null,
      learnsFrom: [],
      fit: () => ({ weights: null, scorer }),
    };
  }
  const { weights: how, scorer } = definition;
  return {
    evaluator,
    about,
    measures,
    weightsFile: how.file,
    learnsFrom: how.learnsFrom,
    fit: (rows) => {
      const weights = how.fit(rows);
      return { weights, scorer: scorer(weights) };
    },
  };
}
