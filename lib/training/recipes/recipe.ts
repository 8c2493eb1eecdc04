import type { AboutEvaluator } from "@/lib/domain/quality/accuracy";
import type { ScoreLine } from "@/lib/scoring/score-line";
import type { Scorer } from "@/lib/scoring/scorer";
import type { DataRow, DataSetName } from "../data-sets";

/** A row, what was said of it by a scorer that never saw its group, and that group. */
export type Judged = { readonly row: DataRow; readonly line: ScoreLine; readonly group: string };

/** One number of an evaluator on a data set, with what is asked of it. */
export type Figure = {
  /** "AUC", "recall"… */
  readonly name: string;
  /** What an evaluator must reach on rows nobody here has seen; null where nothing is asked. */
  readonly must: number | null;
  readonly goal: number | null;
  /** Null where the rows do not say. */
  readonly of: (judged: readonly Judged[]) => number | null;
};

/** How an evaluator is measured on one data set. */
export type Measure = {
  readonly dataSet: DataSetName;
  /** The label in plain words: "the customer's goal was reached". */
  readonly label: string;
  /** Makes the measured rows of the set's, as pairs are made of single requests; without it they are the same. */
  readonly madeOf?: (rows: readonly DataRow[]) => readonly DataRow[];
  /** Rows whose annotators gave a usable label. */
  readonly isLabelled: (row: DataRow) => boolean;
  /** 1 or 0 where the label is a yes or no, for calibration and for the plain scorers beside ours. */
  readonly truthOf: ((row: DataRow) => number) | null;
  /** False where masked rows cannot be measured, as when places in the words are. */
  readonly isMeasuredMasked: boolean;
  /** What is left out together, of every data set that is learned from: a domain, an agent model, a template. */
  readonly groupOf: (row: DataRow) => string;
  readonly figures: readonly Figure[];
};

/** How an evaluator's weights are fitted and how it is measured; `weights` is null where nothing is fitted. */
type RecipeDefinition<Weights> = {
  /** The evaluator's name. */
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
        /** Fits to rows; the same rows in the same order give the same weights. */
        readonly fit: (rows: readonly DataRow[]) => Weights;
      };
      readonly scorer: (weights: Weights) => Scorer;
    }
);

/** A recipe whose kind of weights nobody else needs to know. */
export type Recipe = {
  readonly evaluator: string;
  readonly about: AboutEvaluator;
  readonly measures: readonly Measure[];
  readonly weightsFile: string | null;
  readonly learnsFrom: readonly DataSetName[];
  /** Fits to rows. @returns the weights as they are stored, and what they say of a row */
  readonly fit: (rows: readonly DataRow[]) => {
    readonly weights: unknown;
    readonly scorer: Scorer;
  };
};

/** Makes a recipe, so that recipes of different kinds of weights stand in one list. */
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
