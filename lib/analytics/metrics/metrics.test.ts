import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isResolved, outcomeAt } from "@/lib/domain/case/outcome";
import { slaStateAt, type SlaState } from "@/lib/domain/case/sla-state";
import { caseTableRows, resolvedCase } from "@/lib/testing/cases/case-table-rows";
import { runs } from "@/lib/testing/runs";
import { someContact } from "@/lib/testing/spans/some-contacts";
import { defaultCasesQuery } from "../filter/cases-query";
import { createCaseTable, putCases, advanceAsOf } from "../case-table/case-table";
import type { CaseTableRow } from "../case-table/case-table-row";
import { selectCases } from "../select/select-cases";
import { outcomeFacts } from "../rows/outcome-facts";
import { countsOf } from "../counts/counts";
import type { Figure } from "./figure";
import { figureOf } from "./figure-of";
import { metricSubsets, type MetricSubset } from "./metric";
import { findMetric, metrics } from "./metrics";
import { missingMetrics } from "./missing-metrics";

const noFacets = defaultCasesQuery.facets;

function tableOf(rows: readonly CaseTableRow[], asOfUs: number) {
  const table = createCaseTable();
  putCases(table, rows);
  advanceAsOf(table, asOfUs);
  return table;
}

function figuresOf(rows: readonly CaseTableRow[], asOfUs: number) {
  const table = tableOf(rows, asOfUs);
  const filter = { facets: noFacets, period: null, matches: null, metric: null };
  const { keys } = selectCases(table, filter);
  const counts = countsOf(table, keys);
  return (id: string): Figure => {
    const metric = findMetric(id);
    if (metric === null) throw new Error(`There is no metric ${id}.`);
    return figureOf(metric, counts);
  };
}

const unlike = fc.uniqueArray(caseTableRows, { selector: ({ key }) => key, maxLength: 25 });
const instant = fc.integer({ min: 0, max: 13 });

describe("every metric", () => {
  it("has an id of its own, in snake case, and so has what is missing", () => {
    const ids = [...metrics, ...missingMetrics].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z\d_]*$/u);
  });

  it.each(metrics.map((metric) => [metric.id, metric] as const))(
    "%s counts as many cases as each of its lists has, and no case twice",
    (id, metric) => {
      fc.assert(
        fc.property(unlike, instant, (rows, asOfUs) => {
          const table = tableOf(rows, asOfUs);
          const listed = (subset: MetricSubset) => [
            ...selectCases(table, {
              ...{ facets: noFacets, period: null, matches: null },
              metric: { id, subset },
            }).keys,
          ];
          const [numerator = [], denominator = [], waiting = [], unknown = []] =
            metricSubsets.map(listed);
          const all = Uint32Array.from(rows.map(({ key }) => key));
          const figure = figureOf(metric, countsOf(table, all));
          expect(figure.of).toBe(denominator.length);
          expect(figure.waiting).toBe(waiting.length);
          expect(figure.unknown).toBe(unknown.length);
          if (figure.unit === "share") {
            expect(figure.hits).toBe(numerator.length);
            const decided = figure.decided ?? numerator.length;
            expect(decided).toBeGreaterThanOrEqual(numerator.length);
            expect(decided).toBeLessThanOrEqual(denominator.length);
          }
          const beside = [...denominator, ...waiting, ...unknown];
          expect(new Set(beside).size).toBe(beside.length);
          for (const key of numerator) expect(denominator).toContain(key);
        }),
      );
    },
  );

  it("is the same whether time passed before or after the cases came", () => {
    fc.assert(
      fc.property(unlike, instant, instant, (rows, before, asOfUs) => {
        const table = tableOf(rows, before);
        advanceAsOf(table, asOfUs);
        const fresh = tableOf(rows, asOfUs);
        const keys = Uint32Array.from(rows.map(({ key }) => key));
        for (const metric of metrics) {
          const ofStates = figureOf(metric, countsOf(table, keys));
          expect(ofStates).toEqual(figureOf(metric, countsOf(fresh, keys)));
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

describe("figures against counting by hand", () => {
  const outcomeOf = (row: CaseTableRow, asOfUs: number) =>
    outcomeAt(outcomeFacts(row, row), asOfUs);
  const has = (at: number | null, asOfUs: number) => at !== null && at <= asOfUs;
  /** Numerators and denominators, computed from the row itself. */
  const byHand: Readonly<
    Record<string, (row: CaseTableRow, asOfUs: number) => readonly [isHit: boolean, isOf: boolean]>
  > = {
    case_resolution_rate: (row, at) => {
      const resolved = isResolved(outcomeOf(row, at));
      return [resolved === true, resolved !== null];
    },
    one_contact_resolution: (row, at) => {
      const resolved = isResolved(outcomeOf(row, at));
      return [resolved === true && row.touchpoints === 1, resolved !== null];
    },
    repeat_contact_rate: (row, at) => [
      has(row.repeatUs, at),
      isResolved(outcomeOf(row, at)) !== null && row.customerId !== null && has(row.matureUs, at),
    ],
    csat: (row) => [(row.csat ?? 0) >= 4, row.csat !== null && row.mergedInto === null],
    hidden_failure_rate: (row, at) => {
      const outcome = outcomeOf(row, at);
      const isOpen = isResolved(outcome) === false && outcome !== "closed_likely";
      return [(row.csat ?? 0) >= 4 && isOpen, row.csat !== null && isResolved(outcome) !== null];
    },
    repeat_information_case_rate: (row) => [
      row.handoffVerdicts.includes("asked-again"),
      row.handoffVerdicts.some((each) => each !== "unknown") && row.mergedInto === null,
    ],
    escalation_rate: (row, at) => [
      row.handoffKinds.includes("ai-to-human"),
      isResolved(outcomeOf(row, at)) !== null && row.agentKinds.includes("ai"),
    ],
  };

  it.each(Object.entries(byHand))("%s", (id, ofStates) => {
    fc.assert(
      fc.property(unlike, instant, (rows, asOfUs) => {
        const figure = figuresOf(rows, asOfUs)(id);
        const counted = rows.map((row) => ofStates(row, asOfUs)).filter(([, isOf]) => isOf);
        expect(figure.of).toBe(counted.length);
        if (figure.unit === "share") {
          expect(figure.hits).toBe(counted.filter(([isHit]) => isHit).length);
        }
      }),
    );
  });

  it("contacts per case and time to resolution are those of their cases", () => {
    fc.assert(
      fc.property(unlike, instant, (rows, asOfUs) => {
        const figure = figuresOf(rows, asOfUs);
        const judged = rows.filter((row) => isResolved(outcomeOf(row, asOfUs)) !== null);
        const contacts = figure("touchpoints_per_case");
        const met = judged.filter(({ touchpoints }) => touchpoints > 0);
        const sum = met.reduce((all, { touchpoints }) => all + touchpoints, 0);
        const customers = new Set(met.map(({ customerId, key }) => customerId ?? key));
        if (contacts.unit === "contacts" && customers.size > 1) {
          expect(contacts.mean?.value).toBeCloseTo(sum / met.length, 10);
        }
        const times = judged
          .filter((row) => isResolved(outcomeOf(row, asOfUs)) === true && row.openedUs !== null)
          .filter(({ closedFrom }) => closedFrom !== "inferred")
          .map(({ openedUs, closedUs }) => (closedUs ?? 0) - (openedUs ?? 0))
          .sort((one, other) => one - other);
        const time = figure("time_to_resolution");
        expect(time.of).toBe(times.length);
        if (time.unit === "microseconds" && times.length % 2 === 1) {
          expect(time.median).toBe(times[(times.length - 1) / 2]);
        }
      }),
    );
  });
});

const dayUs = 86_400_000_000;
const resolved: CaseTableRow = { ...resolvedCase, containedUs: 0, agentKinds: ["ai"] };
const neverClosed: CaseTableRow = {
  ...resolved,
  ...{ key: 2, closedUs: null, closedFrom: null, evidence: "none", touchpoints: 5, csat: 5 },
};

describe("what figures must show", () => {
  it("a pleased customer's case of five contacts that nobody closed lowers the headline", () => {
    const figure = figuresOf([resolved, neverClosed], 20 * dayUs);
    expect(figure("case_resolution_rate")).toMatchObject({ hits: 1, of: 2 });
    expect(figure("hidden_failure_rate")).toMatchObject({ hits: 1, of: 1 });
    expect(figure("csat")).toMatchObject({ hits: 1, of: 1, unknown: 1, bounds: [0.5, 1] });
  });

  it("counts what an evaluator's yes alone decides: closed or quiet, without evidence, scored at its end", () => {
    const last = (resolution: number | null, beside: Partial<CaseTableRow> = {}) => ({
      ...resolved,
      evidence: (resolution ?? 0) >= 0.5 ? ("judged" as const) : ("none" as const),
      contactRows: [{ ...someContact, resolution }],
      ...beside,
    });
    const rows = [
      last(0.7),
      last(0.2),
      last(0.2, { closedFrom: "inferred" }),
      // Nobody scored it; it was never closed; somebody proved it.
      last(null),
      last(0.2, { closedUs: null, closedFrom: null }),
      last(0.2, { evidence: "verified" }),
    ].map((row, key) => ({ ...row, key, customerId: `customer ${String(key)}` }));
    const figure = figuresOf(rows, 20 * dayUs);
    expect(figure("likely_resolution_share")).toMatchObject({ hits: 1, decided: 3, of: 6 });
    expect(figure("case_resolution_rate")).toMatchObject({ decided: null });
  });

  it("a month on, what had to wait is counted, and nothing stored changed", () => {
    const rows = [resolved, neverClosed];
    expect(figuresOf(rows, 2 * dayUs)("case_resolution_rate")).toMatchObject({ of: 0, waiting: 2 });
    expect(figuresOf(rows, 32 * dayUs)("case_resolution_rate")).toMatchObject({
      of: 2,
      waiting: 0,
    });
  });

  it("who is back within 72 hours of AI alone was not contained, on whichever channel", () => {
    const back = (secondContactUs: number | null, repeatUs: number | null = null) => {
      return { ...resolved, secondContactUs, repeatUs };
    };
    const at = (row: CaseTableRow, days: number) =>
      figuresOf([row], days * dayUs)("false_containment_rate");
    expect(at(back(2 * dayUs), 1)).toMatchObject({ of: 0, waiting: 1 });
    expect(at(back(2 * dayUs), 2)).toMatchObject({ of: 0, waiting: 1 });
    expect(at(back(2 * dayUs), 9)).toMatchObject({ of: 1, hits: 1, waiting: 0 });
    expect(at(back(null, 2 * dayUs), 9)).toMatchObject({ of: 1, hits: 1 });
    expect(at(back(4 * dayUs), 9)).toMatchObject({ of: 1, hits: 0 });
    expect(at(back(null), 3)).toMatchObject({ of: 1, hits: 0 });
    expect(at({ ...back(2 * dayUs), containedUs: null }, 9)).toMatchObject({ of: 0, waiting: 0 });
  });
});

describe("the service clock", () => {
  it("counts every case once, with what it would be at that instant", () => {
    fc.assert(
      fc.property(unlike, instant, (rows, asOfUs) => {
        const figure = figuresOf(rows, asOfUs);
        const counted = rows.filter((row) => row.mergedInto === null);
        const ofStates = (...states: readonly SlaState[]) =>
          counted.filter((row) => states.includes(slaStateAt(row, asOfUs))).length;
        expect(figure("sla_attainment")).toMatchObject({
          hits: ofStates("met"),
          of: ofStates("met", "breached", "overdue"),
          waiting: ofStates("open", "risk", "paused"),
        });
        const hits = ["sla_overdue", "sla_at_risk", "sla_paused", "sla_in_time", "sla_no_target"];
        expect(hits.map((id) => figure(id))).toMatchObject(
          (["overdue", "risk", "paused", "open", "none"] as const).map((state) => ({
            hits: ofStates(state),
          })),
        );
      }),
    );
  });
});
