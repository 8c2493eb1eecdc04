import type { Scope } from "@/lib/domain/people/permission";
import { outcomes } from "@/lib/domain/case/outcome";
import { outcomeSql } from "./case-group-sql";
import { codeSql, decodeCode, nameSql } from "./dimension-sql";
import type { DimensionContext } from "./group-sql";
import { entityOf, type Counted } from "../facets/dimension-groups";
import { evaluatorOf, groupOfFacet, type RowFacet } from "../facets/facet-groups";
import { facetNames, type FacetName } from "../facets/registry";
import { subsetsOfValues } from "../metrics/places";
import type { Metric, MetricOf, MetricSubset } from "../metrics/metric";
import { facetNumber, groupColumn } from "./facet-tables";
import { quote } from "./quote";

/** From the first instant until before the second, microseconds since 1970. */
type Period = { readonly fromUs: number; readonly toUs: number };

/** The conditions on a case that no facet sets; `c` is the case. */
export type CaseConditions = {
  readonly scope: Scope | null;
  /** When it was opened; null: any time. */
  readonly period: Period | null;
  /** Further conditions in SQL. */
  readonly also: readonly string[];
};

/** SQL of the conditions, joined by AND. */
export function conditionsSql({ scope, period, also }: CaseConditions): string {
  return [...scopeSql(scope), ...periodSql(period), ...also, "true"].join(" AND ");
}

/** `isInScope` of lib/domain/people/permission.ts. */
function scopeSql(scope: Scope | null): readonly string[] {
  if (scope === null) return [];
  const { regions, teams } = scope;
  return [
    ...(regions.length === 0 ? [] : [`c.region IN (${regions.map(quote).join(", ")})`]),
    ...(teams.length === 0 ? [] : [`c.teams && ARRAY[${teams.map(quote).join(", ")}]`]),
  ];
}

function periodSql(period: Period | null): readonly string[] {
  if (period === null) return [];
  const { fromUs, toUs } = period;
  return [
    "c.opened_us IS NOT NULL",
    ...(fromUs === -Infinity ? [] : [`c.opened_us >= ${String(fromUs)}`]),
    ...(toUs === Infinity ? [] : [`c.opened_us < ${String(toUs)}`]),
  ];
}

type Chosen = Readonly<Record<FacetName, readonly string[]>>;

/** The facets in which something is chosen. */
export function chosenFacets(chosen: Chosen): readonly FacetName[] {
  return facetNames.filter((facet) => chosen[facet].length > 0);
}

/**
 * SQL of whether a case has one of a facet's chosen values.
 * @param evaluators those that scored any case within the scope: of these, a case without a score has the value `none`
 */
export function facetSql(
  facet: FacetName,
  chosen: readonly string[],
  { asOfUs }: Pick<DimensionContext, "asOfUs">,
  evaluators: readonly string[],
): string {
  if (facet === "outcome") {
    const codes = chosen.flatMap((name) => {
      const code = outcomes.findIndex((each) => each === name);
      return code === -1 ? [] : [String(code)];
    });
    return codes.length === 0 ? "false" : `(${outcomeSql({ asOfUs })}) IN (${codes.join(", ")})`;
  }
  const column = `c.${groupColumn(groupOfFacet[facet])}`;
  const some = `${column} IN (${codesSql(facet, `n.value IN (${chosen.map(quote).join(", ")})`)})`;
  if (facet !== "score") return some;
  const unscored = evaluators
    .filter((name) => chosen.includes(`${name}:none`))
    .map((name) => `${column} NOT IN (${codesSql(facet, startsWith("n.value", `${name}:`))})`);
  return `(${[some, ...unscored].join(" OR ")})`;
}

/** A query of the codes of a facet's group of which a value satisfies a condition. */
function codesSql(facet: RowFacet, condition: string): string {
  const number = String(facetNumber(facet));
  return `SELECT v.code FROM facet_values v WHERE v.facet = ${number} AND v.value IN
    (SELECT n.id FROM facet_names n WHERE n.facet = ${number} AND ${condition})`;
}

function startsWith(column: string, text: string): string {
  return `left(${column}, ${String(text.length)}) = ${quote(text)}`;
}

/** A query of the values that the score facet has in some cases. */
export function scoreValuesSql(conditions: CaseConditions): string {
  return `SELECT DISTINCT n.value FROM facet_names n JOIN facet_values v ON v.value = n.id
    WHERE v.facet = ${String(facetNumber("score"))} AND v.code IN
      (SELECT c.scores_group FROM cases c WHERE ${conditionsSql(conditions)})`;
}

/** The evaluators that score values name. */
export function evaluatorsIn(values: readonly string[]): readonly string[] {
  return [...new Set(values.map(evaluatorOf))];
}

/** A combination of a dimension group's values, as queries count it. */
export type CountedCode = {
  readonly code: number;
  /** Of the dimension without a list of values. */
  readonly name: string | null;
};

/**
 * SQL of whether a row is in a subset of a metric.
 * @param codes every combination that any row has
 */
export function subsetSql(
  metric: Metric,
  subset: MetricSubset,
  codes: readonly CountedCode[],
  context: DimensionContext,
): string {
  const thing: Counted = metric.counts;
  const left = codes.filter((code) => subsetsOfCode(metric, code).includes(subset));
  const any = [...new Set(left.map(({ name }) => name))].map((name) => {
    const some = left.filter((each) => each.name === name);
    const list = some.map(({ code }) => String(code)).join(", ");
    const own = `${codeSql(thing, context)} IN (${list})`;
    return name === null ? own : `(${nameSql(thing)} = ${quote(name)} AND ${own})`;
  });
  return any.length === 0 ? "false" : `(${any.join(" OR ")})`;
}

/** The subsets of a metric that rows of a combination are in. */
export function subsetsOfCode<Thing extends Counted>(
  metric: MetricOf<Thing>,
  { code, name }: CountedCode,
): readonly MetricSubset[] {
  return subsetsOfValues(metric, decodeCode(metric.counts, code, name));
}

/** Whether a metric counts cases, so that its subsets filter them. */
export function countsCases(metric: Metric): boolean {
  return entityOf[metric.counts] === "cases";
}
