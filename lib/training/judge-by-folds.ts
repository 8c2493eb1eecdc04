import { makeFolds } from "@/lib/learning/make-folds";
import type { DataRow } from "./data-sets";
import type { Judged, Measure, Recipe } from "./recipes/recipe";

const foldsMax = 10;

/**
 * Scores each labelled row of a data set with weights fitted without its group.
 * @param rows of the measured set; `learned` all training rows of the recipe
 * @param change applied to a row before scoring: nothing, or masking
 * @returns per change the judged rows, in the order of `rows`
 */
export function judgeByFolds(
  recipe: Recipe,
  measure: Measure,
  { rows, learned }: { readonly rows: readonly DataRow[]; readonly learned: readonly DataRow[] },
  changes: readonly ((row: DataRow) => DataRow)[],
): readonly (readonly Judged[])[] {
  const labelled = rows.filter(measure.isLabelled);
  const groups = labelled.map(measure.groupOf);
  const folds = makeFolds(groups, foldsMax);
  const learnedGroups = learned.map(measure.groupOf);
  const results = changes.map(() => new Array<Judged>(labelled.length));
  for (const fold of new Set(folds)) {
    const leftOut = new Set(groups.filter((_, index) => folds[index] === fold));
    const kept = learned.filter((_, index) => !leftOut.has(learnedGroups[index] ?? ""));
    const { scorer } = recipe.fit(kept);
    labelled.forEach((row, index) => {
      if (folds[index] !== fold) return;
      changes.forEach((change, which) => {
        const judged = { row, line: scorer(change(row)), group: groups[index] ?? "" };
        const result = results[which];
        if (result !== undefined) result[index] = judged;
      });
    });
  }
  return results;
}
