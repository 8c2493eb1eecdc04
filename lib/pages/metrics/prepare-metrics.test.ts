import { describe, expect, it } from "vitest";
import { createCaseTable } from "@/lib/analytics/case-table/case-table";
import { countsOf } from "@/lib/analytics/counts/counts";
import { figureOf } from "@/lib/analytics/metrics/figure-of";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { missingMetrics } from "@/lib/analytics/metrics/missing-metrics";
import { metricChoice, metricChoiceWords } from "@/lib/analytics/filter/metric-choice";
import { prepareMetrics } from "./prepare-metrics";

const table = createCaseTable();
const keys = new Uint32Array(0);
const nothing = new Map(
  metrics.map((metric) => [metric.id, figureOf(metric, countsOf(table, keys))]),
);
const errors = new Map();
const entriesOf = (text: string) =>
  prepareMetrics(nothing, { text }, 0, errors).sections.flatMap(({ entries }) => entries);

describe("prepareMetrics", () => {
  it("has every metric once, under a heading, and what is missing", () => {
    const { title, missing } = prepareMetrics(nothing, { text: "" }, 0, errors);
    expect(entriesOf("").map(({ id }) => id)).toEqual(metrics.map(({ id }) => id));
    expect(missing).toEqual(missingMetrics);
    expect(title).toBe(
      `${String(metrics.length)} metrics, each defined once; ${String(missingMetrics.length)} more cannot be told yet`,
    );
  });

  it("opens nothing where there are no cases", () => {
    const hrefs = entriesOf("").flatMap(({ cases }) => cases.map(({ href }) => href));
    expect(hrefs.every((href) => href === null)).toBe(true);
  });

  it("names every evaluator that a figure rests on", () => {
    const adjusted = (id: string) => entriesOf("").find((each) => each.id === id)?.adjusted;
    expect(adjusted("predicted_experience")).toEqual([
      "Evaluator-positive by conversation_resolution, customer_sentiment and tone, errors not taken out: three evaluators decide together, and errors are counted of each alone.",
    ]);
    expect(adjusted("hidden_failure_rate")).toEqual([
      "Evaluator-positive by conversation_resolution, errors not taken out: what looked fine is counted, whether it was or not.",
    ]);
  });

  it("finds by name, question and id, all words in any order", () => {
    expect(entriesOf("FINE resolved").map(({ id }) => id)).toContain("hidden_failure_rate");
    expect(entriesOf("csat").map(({ id }) => id)).toEqual(["csat", "csat_response_rate"]);
    const none = prepareMetrics(nothing, { text: "zebra" }, 0, errors);
    expect([none.title, none.sections]).toEqual(["No metric with the words “zebra”", []]);
    expect(prepareMetrics(nothing, { text: "hard find" }, 0, errors).title).toBe(
      "1 metric with the words “hard find”, not told yet",
    );
  });
});

describe("a part of a metric in addresses", () => {
  it("is read back, and nothing else is", () => {
    const choice = { id: "csat", subset: "numerator" } as const;
    const { read, write } = metricChoice("cases");
    expect(write(choice)).toEqual(["csat.numerator"]);
    expect(read(["csat.numerator"])).toEqual(choice);
    expect(metricChoiceWords(choice)).toBe("Satisfied customers: cases rated 4 or 5");
    for (const text of ["", "csat", "csat.", "csat.numerator.x", "nobody.numerator"]) {
      expect(read([text])).toBeUndefined();
    }
    // Lists of contacts read it, the list of cases does not.
    expect(read(["containment_rate.numerator"])).toBeUndefined();
    expect(metricChoice("contacts").read(["containment_rate.numerator"])).toBeDefined();
    // An amount has no numerator, and a rating does not wait.
    expect(read(["touchpoints_per_case.numerator"])).toBeUndefined();
    expect(read(["csat.waiting"])).toBeUndefined();
  });
});
