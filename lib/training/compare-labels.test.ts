import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rowSchema } from "@/lib/scoring/row";
import type { Scorer } from "@/lib/scoring/scorer";
import { binaryMeasure } from "./binary-measure";
import { compareLabels } from "./compare-labels";
import type { DataRow } from "./data-sets";
import { readTrainArguments } from "./program";
import { readLabelRows } from "./read-label-rows";
import { defineRecipe, type Recipe } from "./recipes/recipe";
import { measureLabelEffects } from "./measure-label-effects";

function row(id: string, domain: string, word: string, label: number): DataRow {
  const messages = [{ role: "user", content: word }];
  return { ...rowSchema.parse({ id, domain, messages, label }), dataSet: "resolution.tau" };
}

const truthOf = ({ label }: DataRow) => (typeof label === "number" ? label : null);

type Votes = { readonly votes: Readonly<Record<string, number>> };

/** Predicts 1 for words that are more frequent in positive rows. */
const recipe: Recipe = defineRecipe<Votes>({
  evaluator: "words",
  about: { task: "", data: "", method: "", weaknesses: "" },
  measures: [
    binaryMeasure({
      dataSet: "resolution.tau",
      label: "it was so",
      path: "rows",
      verdicts: null,
      truthOf,
      groupOf: ({ domain }) => domain,
      bars: { AUC: { must: 0.6, goal: null } },
    }),
  ],
  weights: {
    file: "words.gen.json",
    learnsFrom: ["resolution.tau"],
    fit: (rows) => {
      const votes: Record<string, number> = {};
      for (const each of rows) {
        const word = each.messages[0]?.content ?? "";
        votes[word] = (votes[word] ?? 0) + (truthOf(each) === 1 ? 1 : -1);
      }
      return { votes };
    },
  },
  scorer:
    ({ votes }: Votes): Scorer =>
    (asked) => {
      const vote = votes[asked.messages[0]?.content ?? ""] ?? 0;
      const value = 1 / (1 + Math.exp(-vote));
      return { id: asked.id, status: "scored", value, because: "", evidence: [] };
    },
});

const open = ["a", "b", "c"].flatMap((domain) => [
  row(`${domain}1`, domain, "thanks", 1),
  row(`${domain}2`, domain, "hopeless", 0),
]);
const read = () => Promise.resolve(open);
const own = (cases: number, good: string, bad: string) =>
  Array.from({ length: cases }, (_, index) => [
    row(`o${String(index)}`, `own C-${String(index)}`, good, 1),
    row(`p${String(index)}`, `own C-${String(index)}`, bad, 0),
  ]).flat();

describe("fitting to a team's own labels", () => {
  it("says where it helps: words that only the team uses, judged on cases left out", async () => {
    const { effects, weights } = await compareLabels(recipe, read, own(4, "ta", "naff"));
    expect(effects).toEqual([
      { on: "resolution.tau", rows: 6, figure: "AUC", without: 1, with: 1 },
      { on: "own labels", rows: 8, figure: "AUC", without: 0.5, with: 1 },
    ]);
    expect(weights).toMatchObject({ votes: { ta: 4, naff: -4, thanks: 3 } });
    const lines = measureLabelEffects("words", effects);
    expect(lines).toMatch(/it is better\. 8 labels are few/);
    expect(lines).toContain("On no public set");
  });

  it("says plainly that it made it worse on the public sets", async () => {
    const { effects } = await compareLabels(recipe, read, own(9, "hopeless", "thanks"));
    expect(effects[0]).toMatchObject({ on: "resolution.tau", without: 1, with: 0 });
    expect(measureLabelEffects("words", effects)).toMatch(/WORSE .*: resolution\.tau\./);
  });

  it("judges a case that was labelled only by labels of other cases", async () => {
    const { effects } = await compareLabels(recipe, read, own(1, "ta", "naff"));
    expect(effects[1]).toMatchObject({ on: "own labels", without: 0.5, with: 0.5 });
  });
});

describe("the labels that training reads", () => {
  it("are those that say yes or no, each case a domain of its own", async () => {
    const folder = mkdtempSync(join(tmpdir(), "throughline-labels-"));
    const file = join(folder, "labels.jsonl");
    const line = (label: number | null, dataSet: string | null) =>
      JSON.stringify({
        id: "r",
        messages: [],
        label,
        meta: { evaluator: "e", case_id: "C-1", data_set: dataSet },
      });
    writeFileSync(file, [line(1, "resolution.tau"), line(null, null), ""].join("\n"));
    const [read, ...others] = await readLabelRows(file);
    expect(others).toEqual([]);
    expect(read).toMatchObject({ evaluator: "e", row: { domain: "own C-1", label: 1 } });
    writeFileSync(file, `${line(1, "resolution.tau")}\n{}\n`);
    await expect(readLabelRows(file)).rejects.toThrow("Line 2 ");
    rmSync(folder, { recursive: true });
    await expect(readLabelRows(file)).rejects.toMatchObject({ code: "not-found" });
  });

  it("are named beside the evaluators", () => {
    expect(readTrainArguments(["words", "--labels", "f"])).toEqual({
      names: ["words"],
      labels: "f",
    });
    expect(() => readTrainArguments(["--label", "f"])).toThrow(/label/);
  });
});
