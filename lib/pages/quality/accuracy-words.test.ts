import { describe, expect, it } from "vitest";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { errorSources } from "@/lib/analytics/findings/error-sources";
import type { AccuracyOfSet, EvaluatorAccuracy } from "@/lib/domain/quality/accuracy";
import { evaluators } from "@/lib/evaluators/registry";
import { accuracyWords } from "./accuracy-words";
import { accuracy, accuracyOf } from "./load-accuracy";
import { prepareQuality } from "./prepare-quality";
import { isMeasured } from "./printed-figures";

const figure = (name: string, value: number | null, masked: number | null = null) => ({
  ...{ name, value, masked, interval: null, must: null, goal: null, isPrinted: name !== "AUC" },
});
const set = (
  figures: AccuracyOfSet["figures"],
  own: Partial<AccuracyOfSet> = {},
): AccuracyOfSet => ({
  ...{ dataSet: "a.set", label: "it is so", path: "answers", isOfVerdicts: true, rows: 10 },
  ...{ groups: 2, scoredShare: 1, figures, beside: [], byGroup: [], calibration: [], ...own },
});
const measured = (...sets: EvaluatorAccuracy["sets"]): EvaluatorAccuracy => ({
  about: { task: "", data: "", method: "", weaknesses: "" },
  sets,
});

describe("what is printed beside a verdict", () => {
  it("is how often verdicts are right, what was measured, and the set", () => {
    const figures = [figure("“so” right", 0.844), figure("“not so” right", 0.5), figure("AUC", 1)];
    expect(accuracyWords(measured(set(figures)))).toBe(
      "“so” right 0.84, “not so” right 0.50 on answers of a.set",
    );
  });

  it("is of masked text, where that was measured", () => {
    expect(accuracyWords(measured(set([figure("recall", 0.844, 0.82)])))).toBe(
      "recall 0.82 on answers of a.set",
    );
  });

  it("is from the worst to the best of sets of one path, and apart for another", () => {
    const sets = [
      set([figure("recall", 0.9)]),
      set([figure("recall", 0.62)], { dataSet: "b.set" }),
      set([figure("recall", 0.3)], { dataSet: "c.set", path: "cases", scoredShare: 0.41 }),
    ];
    expect(accuracyWords(measured(...sets))).toBe(
      "recall 0.62 to 0.90 on answers of a.set, b.set; recall 0.30 on cases of c.set (41% got a verdict)",
    );
  });

  it.each([
    ["nothing", undefined],
    ["no set", measured()],
    ["no value", measured(set([figure("recall", null)]))],
    ["a ranking alone", measured(set([figure("AUC", 0.9)]))],
    ["another path", measured(set([figure("recall", 0.9)], { isOfVerdicts: false }))],
  ])("is that it was not measured where there is %s", (_, found) => {
    expect(accuracyWords(found)).toBe("accuracy not measured");
    expect(isMeasured(found)).toBe(false);
  });
});

describe("the shipped evaluators", () => {
  const isShown = (name: string) => !accuracyOf(name).endsWith("accuracy not measured");
  const names = evaluators.map(({ name }) => name);

  it.each(names.filter(isShown))("%s names set and path where it was measured", (name) => {
    const words = accuracyOf(name);
    const own = accuracy[evaluators.find((each) => each.name === name)?.accuracyBoundedBy ?? name];
    const shown = (own?.sets ?? []).filter(({ isOfVerdicts }) => isOfVerdicts);
    expect(shown.length).toBeGreaterThan(0);
    for (const { path, dataSet } of shown) {
      expect(words).toContain(`on ${path} of `);
      expect(words).toContain(dataSet);
    }
    expect(words).not.toMatch(/AUC|hint/);
  });

  it("say that they were not measured where only a part or nothing of them was", () => {
    const unmeasured = ["false_success", "returned_figures", "bot_question", "escalation"];
    expect(unmeasured.map(accuracyOf)).toEqual(unmeasured.map(() => "accuracy not measured"));
  });

  it("enter no headline unmeasured", () => {
    const summary = { tallies: [], reasons: [], cases: 0, isCut: false };
    const model = prepareQuality({
      ...{ known: evaluators, readers: [], accuracy, summary, asOfUs: 0 },
    });
    const lines = model.rows.filter(({ accuracy: own, detector }) => own.length > 0 && !detector);
    expect(model.title).toMatch(
      new RegExp(`^${String(lines.length)} of ${String(evaluators.length)} `),
    );
    for (const { restsOn } of metrics) {
      const name = restsOn?.evaluator ?? "";
      if (isMeasured(accuracy[name])) continue;
      expect(errorSources(1, [], accuracy[name])).toEqual([]);
    }
  });
});
