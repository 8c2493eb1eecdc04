import type { DataRow, DataSetName } from "./data-sets";
import type { Recipe } from "./recipes/recipe";

/**
 * Fits a recipe's weights to all its training rows.
 * @returns their number, and the weights' file content, deterministic
 */
export async function refit(
  recipe: Recipe,
  read: (name: DataSetName) => Promise<readonly DataRow[]>,
): Promise<{ readonly rows: number; readonly text: string }> {
  const rows: DataRow[] = [];
  for (const name of recipe.learnsFrom) rows.push(...(await read(name)));
  return { rows: rows.length, text: textOfWeights(recipe.fit(rows).weights) };
}

/** The content of a weights file. */
export function textOfWeights(weights: unknown): string {
  return `${JSON.stringify(weights, null, 1)}\n`;
}
