import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { accuracySchema } from "@/lib/domain/quality/accuracy";
import { measureRecipe } from "./measure-recipe";
import { chooseRecipes, readDataSets, runAsProgram } from "./program";
import tagger from "@/lib/ingest/mask/tagger/weights.gen.json";
import { measureNames, tableOfNames } from "./names/measure-names";
import { tableOf } from "./table-of";
import { writeCard } from "./write-card";

const accuracyFile = join(process.cwd(), "lib", "evaluators", "accuracy.gen.json");
const cardFolder = join(process.cwd(), "docs", "models");

/** `npm run measure`: measures evaluators on the public labels, prints the table and writes it for the pages. */
await runAsProgram(async (names) => {
  const read = readDataSets();
  const accuracy = accuracySchema.parse(JSON.parse(readFileSync(accuracyFile, "utf8")));
  mkdirSync(cardFolder, { recursive: true });
  for (const recipe of chooseRecipes(names)) {
    const measured = [...(await measureRecipe(recipe, read))];
    accuracy[recipe.evaluator] = { about: recipe.about, sets: measured };
    console.log(tableOf(recipe.evaluator, measured));
    if (recipe.evaluator === "pii") console.log(tableOfNames(measureNames(tagger)));
    writeFileSync(join(cardFolder, `${recipe.evaluator}.md`), writeCard(recipe, measured));
    // After each, so that a run that is stopped keeps what it has measured.
    writeFileSync(accuracyFile, `${JSON.stringify(sortedByKey(accuracy), null, 1)}\n`);
  }
});

function sortedByKey<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
