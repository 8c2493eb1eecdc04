import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { requireShared } from "@/lib/testing/shared/require-shared";
import { readDataSets } from "./program";
import { refit } from "./refit";
import { toneRecipe } from "./recipes/tone";

// The fastest recipe; `refit.long.test.ts` does all, and the reader of names.
it("fits shipped weights again, byte for byte", async () => {
  requireShared("data/dev");
  const { rows, text } = await refit(toneRecipe, readDataSets());
  expect(rows).toBeGreaterThan(1000);
  expect(text).toBe(readFileSync(toneRecipe.weightsFile ?? "", "utf8"));
});
