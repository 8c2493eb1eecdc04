import { outcomes } from "@/lib/domain/case/outcome";
import type { FacetCount, FacetCounts } from "../facets/count-facets";
import { groupNames } from "../facets/facet-entry";
import { evaluatorOf, groupOfFacet } from "../facets/facet-groups";
import { facetNames, type FacetName } from "../facets/registry";
import { outcomeSql, type DimensionContext } from "./dimension-sql";
import { groupColumn, groupColumns } from "./facet-tables";
import { conditionsSql, type CaseConditions } from "./select-sql";
import { quote } from "./quote";

/** By facet in which something is chosen: SQL of whether a case has it. */
export type FacetConditions = ReadonlyMap<FacetName, string>;

/** A value of a facet with its number of cases. `scorable` counts the cases that the score facet counts. */
export type FacetCountRow = {
  readonly facet: FacetName | "scorable";
  readonly value: string;
  readonly count: number;
};

/**
 * A query of the cases by value of each facet that would be left if it alone were chosen in its facet: those left now,
 * and those that fail only this facet. Its rows are `FacetCountRow`s; an outcome's value is its position.
 */
export function facetCountsSql(
  conditions: CaseConditions,
  facets: FacetConditions,
  context: Pick<DimensionContext, "asOfUs">,
): string {
  const passes = [...facets].map(
    ([facet, sql], at) => ({ facet, at: at + 1, column: `pass_${String(at)}`, sql }) as const,
  );
  const failed = passes.map(({ column }) => `(CASE WHEN ${column} THEN 0 ELSE 1 END)`);
  // 0 where a case passes all, the facet's number where it fails that one alone.
  const failing =
    passes.length === 0
      ? "0"
      : `CASE ${failed.join(" + ")} WHEN 0 THEN 0 WHEN 1 THEN
          ${passes.map(({ at }, index) => `${failed[index] ?? ""} * ${String(at)}`).join(" + ")}
        ELSE -1 END`;
  const numberOf = (facet: FacetName) => passes.find((each) => each.facet === facet)?.at ?? 0;
  const counted = facetNames
    .filter((facet) => facet !== "outcome")
    .map((facet) => `(${quote(groupOfFacet[facet])}, ${quote(facet)}, ${String(numberOf(facet))})`);
  const [outcomeNumber, scoreNumber] = [String(numberOf("outcome")), String(numberOf("score"))];
  return `WITH chosen AS (
      SELECT ${groupColumns.map((column) => `c.${column}`).join(", ")},
        ${outcomeSql(context)} AS outcome
        ${passes.map(({ column, sql }) => `, ${sql} AS ${column}`).join("")}
      FROM cases c WHERE ${conditionsSql(conditions)}),
    failing AS (SELECT *, ${failing} AS failed FROM chosen),
    grouped AS (
      SELECT ${groupColumns.join(", ")}, outcome, failed,
        grouping(${[...groupColumns, "outcome"].join(", ")}) AS kept, count(*) AS count
      FROM failing WHERE failed >= 0
      GROUP BY GROUPING SETS (${[...groupColumns, "outcome"].map((column) => `(failed, ${column})`).join(", ")})),
    by_group AS (${groupNames
      .map(
        (
          group,
          at,
        ) => `SELECT ${quote(group)} AS group_name, ${groupColumn(group)} AS code, failed, count
          FROM grouped WHERE kept = ${String(maskOf(at))}`,
      )
      .join(" UNION ALL ")})
    SELECT v.facet, v.value, sum(g.count) AS count
      FROM by_group g
      JOIN (VALUES ${counted.join(", ")}) f (group_name, facet, number) ON f.group_name = g.group_name
      JOIN facet_values v ON v.group_name = g.group_name AND v.code = g.code AND v.facet = f.facet
      WHERE g.failed IN (0, f.number) GROUP BY v.facet, v.value
    UNION ALL
    SELECT 'outcome', CAST(outcome AS VARCHAR), sum(count) FROM grouped
      WHERE kept = ${String(maskOf(groupNames.length))} AND failed IN (0, ${outcomeNumber}) GROUP BY outcome
    UNION ALL
    SELECT 'scorable', '', sum(count) FROM by_group
      WHERE group_name = 'scores' AND failed IN (0, ${scoreNumber})`;
}

/** `grouping()` of all columns where one alone is grouped by. @param at its position among them */
function maskOf(at: number): number {
  const all = groupNames.length + 1;
  return 2 ** all - 1 - 2 ** (all - 1 - at);
}

/**
 * The counts of a query's rows.
 * @param evaluators those that scored any case within the scope: a case without a score of one has the value `none`
 */
export function toFacetCounts(
  rows: readonly FacetCountRow[],
  evaluators: readonly string[],
): FacetCounts {
  const counts = Object.fromEntries(
    facetNames.map((facet): [FacetName, FacetCount] => [
      facet,
      rows
        .filter((row) => row.facet === facet)
        .map(({ value, count }) => ({
          value: facet === "outcome" ? (outcomes[Number(value)] ?? value) : value,
          count,
        })),
    ]),
  ) as Record<FacetName, FacetCount>;
  const scorable = rows.find(({ facet }) => facet === "scorable")?.count ?? 0;
  return { ...counts, score: withUnscored(counts.score, evaluators, scorable) };
}

function withUnscored(
  scored: FacetCount,
  evaluators: readonly string[],
  scorable: number,
): FacetCount {
  const missing = evaluators.map((name) => {
    const own = scored.filter(({ value }) => evaluatorOf(value) === name);
    const count = own.reduce((left, each) => left - each.count, scorable);
    return { value: `${name}:none`, count };
  });
  return [...scored, ...missing.filter(({ count }) => count > 0)];
}
