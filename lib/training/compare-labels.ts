import type { DataRow, DataSetName } from "./data-sets";
import { judgeByFolds } from "./judge-by-folds";
import type { Figure, Measure, Recipe } from "./recipes/recipe";

/** A figure without and with a team's labels. */
export type LabelEffect = {
  /** A public set's name, or "own labels". */
  readonly on: string;
  readonly rows: number;
  readonly figure: string;
  readonly without: number | null;
  readonly with: number | null;
};

/** The effect of a team's labels on an evaluator. */
export type LabelComparison = {
  readonly effects: readonly LabelEffect[];
  /** Fitted to the public rows and all of the labels; null if nothing is fitted. */
  readonly weights: unknown;
};

type ReadSet = (name: DataSetName) => Promise<readonly DataRow[]>;

/**
 * Fits an evaluator without and with a team's labels, and measures both by whole left-out groups: on each public set,
 * and on the labels by case.
 * @param own labels in the format of a set that the recipe is measured on
 */
export async function compareLabels(
  recipe: Recipe,
  read: ReadSet,
  own: readonly DataRow[],
): Promise<LabelComparison> {
  const learned: DataRow[] = [];
  for (const name of recipe.learnsFrom) learned.push(...(await read(name)));
  const isFitted = recipe.weightsFile !== null;
  const fitted = own.filter(({ dataSet }) => recipe.learnsFrom.includes(dataSet));
  const both = [...learned, ...fitted];
  const effects: LabelEffect[] = [];
  for (const measure of recipe.measures) {
    const rows = await read(measure.dataSet);
    const ownRows = own.filter(({ dataSet }) => dataSet === measure.dataSet);
    const figure = measure.figures.find(({ must }) => must !== null) ?? measure.figures[0];
    if (figure === undefined) continue;
    const context = { recipe, measure, figure };
    if (isFitted) effects.push(effectOn(context, measure.dataSet, rows, { learned, both }));
    if (ownRows.length > 0) {
      effects.push(effectOn(context, "own labels", ownRows, { learned, both }));
    }
  }
  return { effects, weights: isFitted ? recipe.fit(both).weights : null };
}

type FigureContext = {
  readonly recipe: Recipe;
  readonly measure: Measure;
  readonly figure: Figure;
};
type Learned = { readonly learned: readonly DataRow[]; readonly both: readonly DataRow[] };

function effectOn(
  { recipe, measure, figure }: FigureContext,
  on: string,
  rows: readonly DataRow[],
  { learned, both }: Learned,
): LabelEffect {
  const own = new Set(both.slice(learned.length));
  const groupOf = (row: DataRow) =>
    own.has(row) || on === "own labels" ? row.domain : measure.groupOf(row);
  const judge = (from: readonly DataRow[]) => {
    const data = { rows, learned: from };
    const [judged = []] = judgeByFolds(recipe, { ...measure, groupOf }, data, [(row) => row]);
    return figure.of(judged);
  };
  const count = rows.filter(measure.isLabelled).length;
  return { on, rows: count, figure: figure.name, without: judge(learned), with: judge(both) };
}
