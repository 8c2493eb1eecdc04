import { beforeAll, describe, expect, it } from "vitest";
import { entityOf } from "@/lib/analytics/facets/dimension-groups";
import {
  metricSubsets,
  subsetWords,
  type Metric,
  type MetricSubset,
} from "@/lib/analytics/metrics/metric";
import { metrics } from "@/lib/analytics/metrics/metrics";
import type { Figure } from "@/lib/analytics/metrics/figure";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { isWholeTier } from "@/lib/testing/runs";
import { everyCase, withToggled, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { casesCsv } from "@/lib/pages/cases/load-csv";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { metricsCodec } from "@/lib/analytics/filter/metrics-query";
import { loadFigures, loadMetricsPage } from "./load";
import { loadChildList, childListCsv } from "@/lib/pages/lists/load";
import { readsAll } from "@/lib/testing/reads-all";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { childListCodecs } from "@/lib/analytics/filter/child-list-query";

const { endUs } = demoSeed;
const dayUs = 86_400_000_000;

/** Five ways of narrowing the list down. */
const filters: Readonly<Record<string, CasesQuery>> = {
  "all cases": everyCase,
  "those on voice": withToggled(everyCase, "channel", "voice"),
  "those opened in 30 days, of low risk": {
    ...withToggled(everyCase, "risk", "low"),
    period: "30d",
  },
  "those that went from chat to voice, or say refund": {
    ...withToggled(everyCase, "switch", "chat>voice"),
    text: "refund",
  },
  "those of AI alone that were not resolved": withToggled(
    withToggled(everyCase, "agents", "ai"),
    "outcome",
    "unresolved",
  ),
};

type Counted = {
  readonly name: string;
  readonly subset: MetricSubset;
  readonly figure: number;
  readonly listed: number;
  readonly lines: number;
};
const counted: Counted[] = [];
const maps: { now: Map<string, Figure>; again: Map<string, Figure>; later: Map<string, Figure> } = {
  now: new Map(),
  again: new Map(),
  later: new Map(),
};
const figuresOfPages: string[] = [];

function countOf(figure: Figure | undefined, subset: MetricSubset): number {
  if (figure === undefined) return NaN;
  if (subset === "denominator") return figure.of;
  if (subset !== "numerator") return figure[subset];
  if (figure.unit === "ratio") return NaN;
  return figure.unit === "share" ? figure.hits : (figure.per?.count ?? NaN);
}

/** Rows of a file below its heading. */
async function rowsOf(file: AsyncGenerator<string>): Promise<number> {
  let rows = -1;
  for await (const part of file) rows += part.split("\r\n").length - 1;
  return rows;
}

/** The list that a subset of a metric opens: its length, and how many rows its file has. */
async function listOf(
  seen: SeenWorkspace,
  query: CasesQuery,
  metric: Metric,
  subset: MetricSubset,
) {
  const choice = { id: metric.id, subset };
  const thing = entityOf[metric.counts];
  if (thing === "cases") {
    const listed = { ...query, metric: choice, columns: [] };
    const { total } = await loadCasesPage(seen, listed, endUs);
    return { total, lines: () => rowsOf(casesCsv(seen, listed, endUs)) };
  }
  const listed = { ...childListCodecs[thing].defaultValue, cases: query, metric: choice };
  const { total } = await loadChildList(seen, listed, endUs);
  return {
    total,
    lines: () => rowsOf(childListCsv(seen, listed, endUs, readsAll)),
  };
}

beforeAll(async () => {
  const { seen } = await demoWorkspace();
  const parts = metrics.flatMap((metric) =>
    metricSubsets
      .filter((subset) => subsetWords(metric, subset) !== null)
      .map((subset) => ({ metric, subset })),
  );
  for (const [turn, [name, query]] of Object.entries(filters).entries()) {
    const figures = await loadFigures(seen, query, endUs);
    for (const [at, { metric, subset }] of parts.entries()) {
      const { total, lines } = await listOf(seen, query, metric, subset);
      counted.push({
        ...{ name: `${metric.id} of ${name}`, subset, listed: total },
        figure: countOf(figures.get(metric.id), subset),
        // Each file is read under one of the filters, or under all where the tests run whole.
        lines: isWholeTier || at % Object.keys(filters).length === turn ? await lines() : total,
      });
    }
  }
  maps.now = new Map(await loadFigures(seen, everyCase, endUs));
  maps.later = new Map(await loadFigures(seen, everyCase, endUs + 30 * dayUs));
  maps.again = new Map(await loadFigures(seen, everyCase, endUs));
  const page = await loadMetricsPage(seen, metricsCodec.defaultValue, endUs);
  const entries = page.sections.flatMap((section) => section.entries);
  figuresOfPages.push(...entries.map(({ id, value }) => `${id} ${value}`));
});

describe("on the demo's data", () => {
  it("every figure is the rows in the list it opens, and the lines of its file, under five filters", () => {
    expect(counted.length).toBeGreaterThan(5 * metrics.length * 2);
    for (const { name, subset, figure, listed, lines } of counted) {
      expect([figure, lines], `${name}, ${subset}`).toEqual([listed, listed]);
    }
  });

  it("every part of every metric has cases, or says why it cannot", () => {
    const empty = counted
      .filter(({ name, listed }) => name.endsWith("of all cases") && listed === 0)
      .map(({ name, subset }) => `${name}, ${subset}`);
    const emptySubsets = (subset: MetricSubset, ids: readonly string[]) =>
      ids.map((id) => `${id} of all cases, ${subset}`);
    const reasons = ["asked", "anger", "policy", "loop", "limit", "failure", "unsaid"];
    const escalated = reasons.map((reason) => `escalated_${reason}`);
    expect(empty.toSorted()).toEqual(
      [
        // Whoever answers says who they are, and in words one can read: in the demo, not everywhere.
        ...emptySubsets("unknown", ["containment_rate", "net_containment", "escalated_share"]),
        ...emptySubsets("unknown", ["human_first_response", "tone_match", ...escalated]),
        // Every tracer of the demo states tokens.
        ...emptySubsets("unknown", ["tokens_per_case"]),
        // In the demo customers ask for a person, or AI cannot go on: nobody is passed on for anything else.
        ...emptySubsets(
          "numerator",
          ["anger", "policy", "loop", "limit"].map((each) => `escalated_${each}`),
        ),
      ].toSorted(),
    );
  });

  it("figures do not change between two readings, and do a month on", () => {
    expect(maps.again).toEqual(maps.now);
    const [now, later] = [maps.now, maps.later].map((each) => each.get("case_resolution_rate"));
    expect(now?.waiting).toBeGreaterThan(0);
    expect(later?.waiting).toBe(0);
    const all = (figure: Figure | undefined) =>
      (figure?.of ?? 0) + (figure?.waiting ?? 0) + (figure?.unknown ?? 0);
    expect(all(later)).toBe(all(now));
  });

  it("the dictionary has them all", () => {
    expect(figuresOfPages.map((each) => each.split(" ")[0])).toEqual(metrics.map(({ id }) => id));
    expect(figuresOfPages.filter((each) => each.endsWith("–"))).toEqual([]);
  });
});
