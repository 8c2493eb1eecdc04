import { expect, it } from "vitest";
import type { EvaluatorAccuracy } from "@/lib/domain/quality/accuracy";
import { accuracyWords } from "./accuracy-words";

const set = (
  name: string,
  value: number | null,
  masked: number | null = null,
  dataSet = "a.set",
): EvaluatorAccuracy["sets"][number] => ({
  dataSet,
  label: "it is so",
  rows: 10,
  groups: 2,
  scoredShare: 1,
  figures: [{ name, value, interval: null, masked, must: null, goal: null }],
  beside: [],
  byGroup: [],
  calibration: [],
});
const measured = (...sets: EvaluatorAccuracy["sets"]): EvaluatorAccuracy => ({
  about: { task: "", data: "", method: "", weaknesses: "" },
  sets,
});

it("is the figure of the one set, or from the worst to the best of several, and names them", () => {
  expect(accuracyWords(measured(set("AUC", 0.844)))).toBe("AUC 0.84 on a.set");
  expect(accuracyWords(measured(set("AUC", 0.9), set("AUC", 0.62, null, "b.set")))).toBe(
    "AUC 0.62 to 0.90 on a.set, b.set",
  );
  expect(accuracyWords(measured(set("AUC", 0.9), set("AUC", 0.62)))).toBe(
    "AUC 0.62 to 0.90 on a.set",
  );
  expect(accuracyWords(measured(set("AUC", 0.844, 0.82)))).toBe("AUC 0.82 on a.set");
  expect(accuracyWords(measured(set("f1", 0.5), set("AUC", 0.9, null, "b.set")))).toBe(
    "F1 0.50 on a.set",
  );
});

it("says plainly that nothing was measured", () => {
  expect(accuracyWords(undefined)).toBe("accuracy not measured");
  expect(accuracyWords(measured())).toBe("accuracy not measured");
  expect(accuracyWords(measured(set("AUC", null)))).toBe("accuracy not measured");
});
