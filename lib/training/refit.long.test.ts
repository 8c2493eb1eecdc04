import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { requireShared } from "@/lib/testing/shared/require-shared";
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
