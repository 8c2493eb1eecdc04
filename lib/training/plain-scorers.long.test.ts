import { describe, expect, it } from "vitest";
import { rowSchema } from "@/lib/scoring/row";
import { requireShared } from "@/lib/testing/shared/require-shared";
import { binaryMeasure } from "./binary-measure";
import type { DataRow } from "./data-sets";
import { judgeByFolds } from "./judge-by-folds";
import { measureRecipe } from "./measure-recipe";
import { plainScorers } from "./plain-scorers";
import { readDataSets } from "./program";
import { defineRecipe } from "./recipes/recipe";
import { recipes } from "./recipes/recipes";
import { tableOf } from "./table-of";

/** The same score for every row. */
const constant = defineRecipe({
  evaluator: "constant",
  about: { task: "", data: "", method: "", weaknesses: "" },
  measures: [
    binaryMeasure({
      dataSet: "resolution.tau",
      label: "it was so",
      path: "rows",
      verdicts: null,
      truthOf: ({ label }) => Number(label),
      groupOf: ({ domain }) => domain,
      bars: { AUC: { must: 0.65, goal: 0.75 } },
    }),
  ],
  weights: null,
  scorer: plainScorers.find(({ name }) => name === "constant")?.scorer ?? (() => never()),
});

function never(): never {
  throw new Error("There is no constant scorer.");
}

/** Three in four short rows are positive. */
function row(domain: string, index: number): DataRow {
  const label = index % 2;
  const isUsual = index % 8 > 1;
  const content = "word ".repeat((label === 1) === isUsual ? 3 : 60);
  const id = `${domain}${String(index)}`;
  const messages = [{ role: "user", content }];
  return { ...rowSchema.parse({ id, domain, messages, label }), dataSet: "resolution.tau" };
}

describe("scorers that know nothing", () => {
  it("stand beside ours with must and goal, and the constant one misses", async () => {
    const rows = ["a", "b"].flatMap((domain) =>
      Array.from({ length: 8 }, (_, at) => row(domain, at)),
    );
    const sets = await measureRecipe(constant, () => Promise.resolve(rows));
    const [head = "", auc = ""] = tableOf("constant", sets).split("\n").slice(2);
    expect(head.split(/\s{2,}/)).toEqual([
      "data set",
      "figure",
      "ours",
      "95 %",
      "masked",
      "must",
      "goal",
      "constant",
      "length",
    ]);
    expect(auc).toMatch(/^resolution\.tau +AUC +0\.500 .* 0\.650 +0\.750 +0\.500 +0\.750 +MISSED$/);
  });

  it("reach no bar that we are held to, on any set", async () => {
    requireShared("data/dev");
    const read = readDataSets();
    const reached: string[] = [];
    for (const recipe of recipes) {
      for (const measure of recipe.measures) {
        const own = await read(measure.dataSet);
        const data = { rows: measure.madeOf?.(own) ?? own, learned: [] };
        const [judged = []] = judgeByFolds(constant, measure, data, [(each) => each]);
        for (const { name, must, of } of measure.figures) {
          const value = must === null ? null : of(judged);
          if (must !== null && value !== null && value >= must) {
            reached.push(`${recipe.evaluator} ${measure.dataSet} ${name} ${String(value)}`);
          }
        }
      }
    }
    expect(reached).toEqual([]);
  });
});
