import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { requireShared } from "@/lib/testing/shared/require-shared";
import { createTaggingReader } from "@/lib/ingest/mask/tagger/tagger";
import tagger from "@/lib/ingest/mask/tagger/weights.gen.json";
import { fitNames } from "./names/fit-names";
import { readNameLines, readOrdinaryNames } from "./names/name-lines";
import { readDataSets } from "./program";
import { recipes } from "./recipes/recipes";
import { refit } from "./refit";

const fitted = recipes.filter(({ weightsFile }) => weightsFile !== null);
const read = readDataSets();

it.each(fitted.map((recipe) => [recipe.evaluator, recipe] as const))(
  "fits the shipped weights of %s again, byte for byte",
  async (_, recipe) => {
    requireShared("data/dev");
    const { text } = await refit(recipe, read);
    // Megabytes of text: only equality is reported.
    expect(text === readFileSync(recipe.weightsFile ?? "", "utf8")).toBe(true);
  },
  600_000,
);

it("fits the reader of names again, byte for byte", () => {
  const names = fitNames(readNameLines(), readOrdinaryNames(), createTaggingReader(tagger));
  const shipped = readFileSync("lib/ingest/mask/names/weights.gen.json", "utf8");
  expect(`${JSON.stringify(names)}\n` === shipped).toBe(true);
});
