import { expect, it } from "vitest";
import type { Contribution } from "./decompose-change";
import type { FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { changeTable, nameReleases } from "./change-table";

const kindOf = (at: number): Contribution => ({
  type: `type ${String(at)}`,
  first: "chat",
  now: { hits: 10 * 9, of: 10 * 12 },
  before: { hits: 60, of: 100 },
  rate: 0.001 * (at + 1),
  mix: -0.0005,
  weight: 0.02,
  releases: Array.from({ length: 10 }, (_, release) => ({
    type: `type ${String(at)}`,
    first: "chat",
    releases: [`r${String(release)}`],
    rate: { hits: 9, of: 12 },
  })),
});

it("names the largest kinds and releases, and adds up what is left so that rows sum to the change", () => {
  const all = Array.from({ length: 60 }, (_, at) => kindOf(at));
  // Only the query of a source is read here.
  const source = { cases: defaultCasesQuery } as FigureSource;
  const { rows } = changeTable(all, source, source, nameReleases(all));
  const numbers = (column: number, isKept: (name: string) => boolean) =>
    rows
      .filter(([name]) => isKept(name?.words ?? ""))
      .reduce((sum, row) => {
        return sum + Number(row[column]?.words.replaceAll(",", "").replace("−", "-") ?? NaN);
      }, 0);
  const isKind = (name: string) => !name.startsWith("–");
  expect(rows.map(([name]) => name?.words).filter((name = "") => isKind(name))).toHaveLength(16);
  expect(rows.at(-1)?.[0]?.words).toMatch(/^45 other/u);
  expect(numbers(1, isKind)).toBe(60 * 120);
  expect(numbers(3, isKind)).toBe(60 * 100);
  // Of what is told with one decimal.
  expect(Math.abs(numbers(6, isKind) - 100 * 60 * -0.0005)).toBeLessThanOrEqual(16 * 0.05);
  const isOfLargest = (name: string) =>
    name.startsWith("– Type 59") || name.startsWith("– type 59");
  expect(rows.filter(([name]) => isOfLargest(name?.words ?? ""))).toHaveLength(4);
  expect(numbers(1, isOfLargest)).toBe(120);
});
