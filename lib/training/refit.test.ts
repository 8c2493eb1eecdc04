import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { requireShared } from "@/lib/testing/shared/require-shared";
import { readDataSets } from "./program";
import { refit } from "./refit";
import { createTaggingReader } from "@/lib/ingest/mask/tagger/tagger";
import tagger from "@/lib/ingest/mask/tagger/weights.gen.json";
import { fitNames } from "./names/fit-names";
import { readNameLines, readOrdinaryNames } from "./names/name-lines";
import { toneRecipe } from "./recipes/tone";

// The fastest recipe; `refit.long.test.ts` does all.
it("fits shipped weights again, byte for byte", async () => {
  requireShared("data/dev");
  const { rows, text } = await refit(toneRecipe, readDataSets());
  expect(rows).toBeGreaterThan(1000);
  expect(text).toBe(readFileSync(toneRecipe.weightsFile ?? "", "utf8"));
});

it("fits the reader of names again, byte for byte", () => {
  const names = fitNames(readNameLines(), readOrdinaryNames(), createTaggingReader(tagger));
  const shipped = readFileSync("lib/ingest/mask/names/weights.gen.json", "utf8");
  expect(`${JSON.stringify(names)}\n` === shipped).toBe(true);
});
