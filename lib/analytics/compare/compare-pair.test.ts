import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isResolved, outcomeAt } from "@/lib/domain/case/outcome";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import { childRows, contactRowLists } from "@/lib/testing/child-rows";
import { runs } from "@/lib/testing/runs";
import { defaultCasesQuery } from "../filter/cases-query";
import { createCaseTable, putCases, advanceAsOf } from "../case-table/case-table";
import type { CaseTableRow } from "../case-table/case-table-row";
import { selectCases } from "../select/select-cases";
import { outcomeFacts } from "../rows/outcome-facts";
import { armOptions, firstFacet, type ArmKind } from "./arm-options";
import { listedCases } from "../counts/case-set";
import { comparePair } from "./compare-pair";
import { outcomeMetrics, scoreMetrics, usageMetrics } from "./compared-metrics";
import { keysByArm } from "./arm-cases";
import { figuresOf } from "../ask/count";
import { countMetBoth } from "./count-met-both";
import { sharedKinds } from "./shared-kinds";
import type { ArmPair } from "./usual-pair";

const versions = ["core@v1", "core@v2", "core@v3", "other@v1", "v9"];
const row = fc
  .tuple(
    caseTableRows,
    contactRowLists,
    fc.array(fc.tuple(fc.constantFrom(null, ...versions), fc.constantFrom(null, "r1", "r2", "r3"))),
  )
  .map(([each, rows, ran]): CaseTableRow => {
    const contactRows = rows.map((contact, at) => {
      const [prompt = null, release = null] = ran[at] ?? [];
      return { ...contact, prompt, release };
    });
    const releases = [...new Set(contactRows.flatMap(({ release }) => release ?? []))];
    return { ...each, contactRows, releases };
  });
const rowLists = fc.uniqueArray(row, { selector: ({ key }) => key, maxLength: 25 });
const pairs = fc.oneof(
  fc.tuple(fc.constant<ArmKind>("prompt"), fc.shuffledSubarray(versions, { minLength: 2 })),
  fc.tuple(
    fc.constant<ArmKind>("release"),
    fc.shuffledSubarray(["r1", "r2", "r3"], { minLength: 2 }),
  ),
);
const asOfUs = 9;

function tableOf(rows: readonly CaseTableRow[]) {
  const table = createCaseTable();
  putCases(table, rows);
  advanceAsOf(table, asOfUs);
  return { table, keys: Uint32Array.from(rows.map(({ key }) => key)).sort() };
}

/** What a case met, in order. */
const metBy = (kind: ArmKind, { contactRows }: CaseTableRow) =>
  contactRows.flatMap((contact) => contact[kind] ?? []);
const templateOf = (kind: ArmKind, name: string) =>
  kind === "release" || !name.includes("@") ? "" : name.split("@")[0];

/** Whether a case met a version before any other of its template. */
function isFirst(kind: ArmKind, each: CaseTableRow, name: string): boolean {
  const own = templateOf(kind, name);
  return metBy(kind, each).find((met) => templateOf(kind, met) === own) === name;
}
const isMature = (each: CaseTableRow) =>
  isResolved(outcomeAt(outcomeFacts(each, each), asOfUs)) !== null;

describe("comparePair", () => {
  it("counts for each version the cases that met it first, as its lists and the choice of it do", () => {
    fc.assert(
      fc.property(rowLists, pairs, (rows, [kind, [a = "", b = ""]]) => {
        const { table, keys } = tableOf(rows);
        const pair: ArmPair = [a, b];
        const cases = listedCases(table, keys);
        for (const { metric, comparison } of comparePair(cases, { kind, pair }, outcomeMetrics)) {
          for (const [arm, name] of [
            ["a", a],
            ["b", b],
          ] as const) {
            const listed = selectCases(table, {
              ...{ period: null, matches: null, metric: { id: metric.id, subset: "denominator" } },
              facets: { ...defaultCasesQuery.facets, [firstFacet[kind]]: [name] },
            });
            expect(comparison[arm].count).toBe(listed.keys.length);
            const strata = comparison.strata.reduce((sum, each) => sum + each[arm].count, 0);
            expect(strata).toBe(comparison[arm].count);
          }
        }
        const judged = comparePair(cases, { kind, pair }, outcomeMetrics).find(
          ({ metric }) => metric.id === "case_resolution_rate",
        );
        const options = new Map(armOptions(cases, kind).map(({ name, cases }) => [name, cases]));
        for (const [arm, name] of [
          ["a", a],
          ["b", b],
        ] as const) {
          const own = rows.filter((each) => isFirst(kind, each, name) && isMature(each));
          expect(judged?.comparison[arm].count).toBe(own.length);
          expect(options.get(name) ?? 0).toBe(own.length);
        }
        const shared = judged?.comparison.strata.map((each) =>
          Math.min(each.a.count, each.b.count),
        );
        expect(sharedKinds(table, keys, kind, [b, a])(a, b)).toBe(Math.max(0, ...(shared ?? [])));
        const both = rows.filter(
          (each) =>
            isMature(each) &&
            pair.every((name) => metBy(kind, each).includes(name)) &&
            pair.some((name) => isFirst(kind, each, name)),
        );
        expect(countMetBoth(table, keys, { kind, pair })).toBe(both.length);
      }),
      { numRuns: runs(150) },
    );
  });

  it("counts contacts, handoffs and promises of each version's cases as Metrics does, and adds up the same", () => {
    const metrics = [...scoreMetrics, ...usageMetrics];
    fc.assert(
      fc.property(rowLists, childRows, pairs, (rows, children, [kind, [a = "", b = ""]]) => {
        const { handoffRows, promiseRows } = children;
        const { table, keys } = tableOf(
          rows.map((each) => ({
            ...{ ...each, handoffRows, promiseRows },
            ...{ modelUs: each.slowestCallUs, modelCalls: 1 },
          })),
        );
        const pair: ArmPair = [a, b];
        const compared = comparePair(listedCases(table, keys), { kind, pair }, metrics);
        const byArm = keysByArm(table, keys, firstFacet[kind], pair);
        for (const [at, arm] of (["a", "b"] as const).entries()) {
          const figures = figuresOf(listedCases(table, byArm[at] ?? keys), metrics);
          for (const { metric, comparison } of compared) {
            const figure = figures.get(metric.id);
            const { count, sum } = comparison[arm];
            expect([metric.id, count]).toEqual([metric.id, figure?.of]);
            if (figure?.unit === "share") expect(sum).toBe(figure.hits);
          }
          expect(compared.map(({ metric }) => metric)).toEqual(metrics);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it("adds up what its metric says of each case", () => {
    fc.assert(
      fc.property(rowLists, (rows) => {
        const { table, keys } = tableOf(rows);
        const pair: ArmPair = ["core@v1", "core@v2"];
        const [contacts] = comparePair(
          listedCases(table, keys),
          { kind: "prompt", pair },
          outcomeMetrics,
        );
        const own = rows.filter((each) => isFirst("prompt", each, "core@v1") && isMature(each));
        const sum = own.reduce((all, { touchpoints }) => all + touchpoints, 0);
        expect(contacts?.metric.id).toBe("touchpoints_per_case");
        expect(contacts?.comparison.a.sum).toBe(sum);
      }),
    );
  });
});
