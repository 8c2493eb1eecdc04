import { expect, it } from "vitest";
import type { EvaluatorAccuracy } from "@/lib/domain/quality/accuracy";
import { likelyRight } from "./load-accuracy";
import { rightWords } from "./right-words";

function set(path: string, dataSet: string, value: number | null, isOfVerdicts = true) {
  const named = (name: string, share: number | null) => ({
    ...{ name, value: share, masked: null, interval: null, must: null, goal: null },
    isPrinted: true,
  });
  return {
    ...{ path, dataSet, isOfVerdicts, label: "it is so", rows: 200, groups: 2, scoredShare: 1 },
    ...{ beside: [], byGroup: [], calibration: [] },
    figures: [named("“not so” right", 0.1), named("“so” right", value)],
  };
}

const measured = (...sets: EvaluatorAccuracy["sets"]): EvaluatorAccuracy => ({
  about: { task: "", data: "", method: "", weaknesses: "" },
  sets,
});

it("says by path how often one verdict is right, the least of what was measured", () => {
  const accuracy = measured(
    set("letters", "a.set", 0.72),
    set("letters", "b.set", 0.655),
    set("calls", "c.set", 0.9),
    set("parts of calls", "c.set", 0.99, false),
    set("faxes", "d.set", null),
  );
  expect(rightWords(accuracy, "so")).toBe("66% of letters (a.set, b.set) and 90% of calls (c.set)");
});

it("says nothing where nothing was measured", () => {
  expect(rightWords(undefined, "so")).toBe("");
  expect(rightWords(measured(set("letters", "a.set", 0.7)), "other")).toBe("");
});

it("is known of likely resolved contacts", () => {
  expect(likelyRight).toMatch(
    /^\d\d% of contacts with AI agents \(.+\) and \d\d% of contacts with/,
  );
});
