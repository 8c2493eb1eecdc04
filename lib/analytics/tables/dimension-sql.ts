import { entityOf, type Counted, type EntityDimensions } from "../facets/dimension-groups";
import { caseGroups } from "./case-group-sql";
import { childGroups } from "./child-group-sql";
import type { DimensionContext, GroupSql, ValueLists } from "./group-sql";

const groups = { ...caseGroups, ...childGroups } satisfies Readonly<Record<Counted, unknown>>;

/**
 * SQL of a row's combination of a dimension group's values, as one number: the positions as the digits of a mixed
 * radix. `t` is the row, `c` its case.
 */
export function codeSql(thing: Counted, context: DimensionContext): string {
  const { lists, positions }: GroupSql<ValueLists> = groups[thing];
  const own = positions(context);
  return Object.entries(lists).reduce(
    (code, [name, list]) => `(${code} * ${String(list.length)} + ${own[name] ?? "0"})`,
    "0",
  );
}

/** The column of a group's dimension that has no list of values; NULL where each has one. */
export function nameSql(thing: Counted): string {
  const { named } = groups[thing];
  return named === null ? "NULL" : `t.${named}`;
}

/** The values that a combination's number stands for. @param name of the dimension without a list, where there is one */
export function decodeCode<Thing extends Counted>(
  thing: Thing,
  code: number,
  name: string | null,
): EntityDimensions[Thing] {
  const { lists, named }: GroupSql<ValueLists> = groups[thing];
  const values: Record<string, unknown> = {};
  let rest = code;
  for (const [dimension, list] of Object.entries(lists).toReversed()) {
    values[dimension] = list[rest % list.length];
    rest = Math.floor(rest / list.length);
  }
  if (named !== null) values[named] = name;
  // `Object.entries` loses the types of the values by name.
  return values as EntityDimensions[Thing];
}

/** The rows of a dimension group's table, `t`, each with its case, `c`. */
export function fromSql(thing: Counted): string {
  const entity = entityOf[thing];
  return entity === "cases" ? "cases c" : `${entity} t JOIN cases c ON c.key = t.case_key`;
}
