import { outcomes } from "@/lib/domain/case/outcome";
import type { FacetCount, FacetCounts } from "../facets/count-facets";
import { groupNames } from "../facets/facet-entry";
import { evaluatorOf, groupOfFacet } from "../facets/facet-groups";
import { facetNames, type FacetName } from "../facets/registry";
import { outcomeSql } from "./case-group-sql";
import type { DimensionContext } from "./group-sql";
import { facetNumber, groupColumn, groupColumns } from "./facet-tables";
import { conditionsSql, type CaseConditions } from "./select-sql";

/** By facet in which something is chosen: SQL of whether a case has it. */
export type FacetConditions = ReadonlyMap<FacetName, string>;

/** A value of a facet, by its position, with its number of cases. */
export type FacetCountRow = {
  readonly facet: number;
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
  const counted = rowFacets.map((facet) => {
    const own = [groupNames.indexOf(groupOfFacet[facet]), facetNumber(facet), numberOf(facet)];
    return `(${own.map(String).join(", ")})`;
  });
  return `WITH chosen AS (
      SELECT ${groupColumns.map((column) => `c.${column}`).join(", ")},
        ${outcomeSql(context)} AS outcome
        ${passes.map(({ column, sql }) => `, ${sql} AS ${column}`).join("")}
      FROM cases c WHERE ${conditionsSql(conditions)}),
    failing AS MATERIALIZED (SELECT *, ${failing} AS failed FROM chosen),
    by_group AS (${groupNames
      .map(
        (group, at) => `SELECT ${String(at)} AS of_group, ${groupColumn(group)} AS code, failed,
            count(*) AS count
          FROM failing WHERE failed >= 0 GROUP BY ${groupColumn(group)}, failed`,
      )
      .join(" UNION ALL ")}),
    by_value AS (
      SELECT v.value, sum(g.count) AS count
        FROM by_group g
        JOIN (VALUES ${counted.join(", ")}) f (of_group, facet, number) ON f.of_group = g.of_group
        JOIN facet_values v ON v.facet = f.facet AND v.code = g.code
        WHERE g.failed IN (0, f.number) GROUP BY v.value)
    SELECT n.facet, n.value, b.count FROM by_value b JOIN facet_names n ON n.id = b.value
    UNION ALL
    SELECT ${String(outcomePosition)}, CAST(outcome AS VARCHAR), count(*) FROM failing
      WHERE failed IN (0, ${String(numberOf("outcome"))}) GROUP BY outcome
    UNION ALL
    SELECT ${String(scorable)}, '', count(*) FROM failing
      WHERE failed IN (0, ${String(numberOf("score"))})`;
}

const rowFacets = facetNames.filter((facet) => facet !== "outcome");
const outcomePosition = facetNames.indexOf("outcome");
/** Of the row that counts the cases that the score facet counts. */
const scorable = -1;

/**
 * The counts of a query's rows.
 * @param evaluators those that scored any case within the scope: a case without a score of one has the value `none`
 */
export function toFacetCounts(
  rows: readonly FacetCountRow[],
  evaluators: readonly string[],
): FacetCounts {
  const counts = Object.fromEntries(
    facetNames.map((facet, at): [FacetName, FacetCount] => [
      facet,
      rows
        .filter((row) => row.facet === at)
        .map(({ value, count }) => ({
          value: facet === "outcome" ? (outcomes[Number(value)] ?? value) : value,
          count,
        })),
    ]),
  ) as Record<FacetName, FacetCount>;
  const all = rows.find(({ facet }) => facet === scorable)?.count ?? 0;
  return { ...counts, score: withUnscored(counts.score, evaluators, all) };
}

function withUnscored(scored: FacetCount, evaluators: readonly string[], all: number): FacetCount {
  const missing = evaluators.map((name) => {
    const own = scored.filter(({ value }) => evaluatorOf(value) === name);
    const count = own.reduce((left, each) => left - each.count, all);
    return { value: `${name}:none`, count };
  });
  return [...scored, ...missing.filter(({ count }) => count > 0)];
}
