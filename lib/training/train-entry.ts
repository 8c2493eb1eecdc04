import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareLabels } from "./compare-labels";
import { chooseRecipes, readDataSets, readTrainArguments, runAsProgram } from "./program";
import { readLabelRows } from "./read-label-rows";
import { refit, textOfWeights } from "./refit";
import { measureLabelEffects } from "./measure-label-effects";
import { createTaggingReader, type StoredTagger } from "@/lib/ingest/mask/tagger/tagger";
import { fitNames } from "./names/fit-names";
import { readNameLines, readOrdinaryNames } from "./names/name-lines";

const namesFile = "lib/ingest/mask/names/weights.gen.json";

/**
 * `npm run train`: refits every evaluator's weights and writes them; deterministic. `npm run train -- --labels FILE`:
 * also fits to own labels, reports the effect, and writes those weights next to FILE.
 */
await runAsProgram(async (given) => {
  const { names, labels } = readTrainArguments(given);
  if (labels === null) await train(names);
  else await trainWithLabels(names, labels);
});

/** The reader of names is no evaluator: it is fitted with "pii", whose tagger it reads with. */
function trainNames(tagger: StoredTagger): void {
  const names = fitNames(readNameLines(), readOrdinaryNames(), createTaggingReader(tagger));
  const size = write(join(process.cwd(), namesFile), `${JSON.stringify(names)}\n`);
  console.log(`names: ${size} in ${namesFile}`);
}

async function train(names: readonly string[]): Promise<void> {
  const read = readDataSets();
  for (const recipe of chooseRecipes(names)) {
    if (recipe.weightsFile === null) continue;
    const { rows, text } = await refit(recipe, read);
    const size = write(join(process.cwd(), recipe.weightsFile), text);
    console.log(`${recipe.evaluator}: ${String(rows)} rows, ${size} in ${recipe.weightsFile}`);
    if (recipe.evaluator === "pii") trainNames(JSON.parse(text) as StoredTagger);
  }
}

async function trainWithLabels(names: readonly string[], file: string): Promise<void> {
  const own = await readLabelRows(file);
  const read = readDataSets();
  const labelled = new Set(own.map(({ evaluator }) => evaluator));
  for (const recipe of chooseRecipes(names)) {
    if (names.length === 0 && !labelled.has(recipe.evaluator)) continue;
    const rows = own.flatMap((each) => (each.evaluator === recipe.evaluator ? [each.row] : []));
    const { effects, weights } = await compareLabels(recipe, read, rows);
    console.log(measureLabelEffects(recipe.evaluator, effects));
    if (weights === null) continue;
    const path = join(dirname(file), `${recipe.evaluator}.weights.json`);
    console.log(`  ${write(path, textOfWeights(weights))} in ${path}`);
  }
}

/** @returns its size in words */
function write(path: string, text: string): string {
  writeFileSync(path, text);
  return `${String(Math.ceil(text.length / 1024))} KiB`;
}
