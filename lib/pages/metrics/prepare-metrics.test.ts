import { describe, expect, it } from "vitest";
import { createCaseTable } from "@/lib/analytics/case-table/case-table";
import { ofEachFacet } from "@/lib/analytics/facets/registry";
import { countsOf } from "@/lib/analytics/counts/counts";
import { figureOf } from "@/lib/analytics/metrics/figure-of";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { missingMetrics } from "@/lib/analytics/metrics/missing-metrics";
import { metricChoice, metricChoiceWords } from "@/lib/analytics/filter/metric-choice";
import { prepareMetrics, type MetricsFacts } from "./prepare-metrics";
import { metricsCodec } from "@/lib/analytics/filter/metrics-query";
import { endsWords, sendEnds } from "@/lib/analytics/words/end-words";
import { page, title as words } from "./words";

const table = createCaseTable();
const keys = new Uint32Array(0);
const nothing = new Map(
  metrics.map((metric) => [metric.id, figureOf(metric, countsOf(table, keys))]),
);
const facts: MetricsFacts = {
  ...{
    asOfUs: 0,
    period: null,
    counts: ofEachFacet(() => []),
    figures: nothing,
    known: { hits: 0, of: 0 },
    errors: new Map(),
  },
};
const preparedOf = (text: string, more: Partial<MetricsFacts> = {}) =>
  prepareMetrics({ ...metricsCodec.defaultValue, text }, { ...facts, ...more });
const entriesOf = (text: string) => preparedOf(text).sections.flatMap(({ entries }) => entries);

describe("prepareMetrics", () => {
  it("has every metric once, under a heading, and what is missing", () => {
    const { title, missing } = preparedOf("");
    expect(entriesOf("").map(({ id }) => id)).toEqual(metrics.map(({ id }) => id));
    expect(missing).toEqual(missingMetrics);
    expect(title).toBe(words.all(metrics.length, missingMetrics.length));
  });

  it("opens nothing where there are no cases", () => {
    const hrefs = entriesOf("").flatMap(({ cases }) => cases.map(({ href }) => href));
    expect(hrefs.every((href) => href === null)).toBe(true);
  });

  it("shows no figure that counts missing ends as failures where few cases show how they ended", () => {
    const known = { hits: 3, of: 50 };
    const { ends, sections } = preparedOf("", { known });
    expect(ends).toBe(page.endsUnknown(endsWords(known), sendEnds));
    const entries = sections.flatMap((section) => section.entries);
    const left = entries.filter(({ basis }) => basis.startsWith("not available: only 3 of 50"));
    expect(left.map(({ id }) => id)).toEqual([
      ...[
        "case_resolution_rate",
        "likely_resolution_share",
        "unproven_closure_share",
        "unresolved_share",
        "first_time_solve",
      ],
      ...["one_contact_resolution", "fcr_gross", "fcr_net"],
      ...["hidden_failure_rate", "cost_per_resolution"],
      ...["tokens_per_resolution", "model_cost_per_resolution"],
    ]);
    expect(preparedOf("", { known: { hits: 30, of: 50 } }).ends).toBe("");
  });

  it("names every evaluator that a figure rests on", () => {
    const adjusted = (id: string) => entriesOf("").find((each) => each.id === id)?.adjusted;
    expect(adjusted("predicted_experience")).toEqual([
      expect.stringContaining(
        " conversation_resolution, customer_sentiment and tone, not corrected",
      ),
    ]);
    expect(adjusted("hidden_failure_rate")).toEqual([
      expect.stringContaining(" conversation_resolution, not corrected"),
    ]);
  });

  it("finds by name, question and id, all words in any order", () => {
    expect(entriesOf("FINE resolved").map(({ id }) => id)).toContain("hidden_failure_rate");
    expect(entriesOf("csat").map(({ id }) => id)).toEqual(["csat", "csat_response_rate"]);
    const none = preparedOf("zebra");
    expect([none.title, none.sections]).toEqual([words.none("zebra"), []]);
    expect(preparedOf("hard find").title).toBe(words.missing(1, "hard find"));
  });
});

describe("a part of a metric in addresses", () => {
  it("is read back, and nothing else is", () => {
    const choice = { id: "csat", subset: "numerator" } as const;
    const { read, write } = metricChoice("cases");
    expect(write(choice)).toEqual(["csat.numerator"]);
    expect(read(["csat.numerator"])).toEqual(choice);
    expect(metricChoiceWords(choice)).toMatch(/^Satisfied customers: .* 4 or 5$/u);
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
