import type { CaseTableRow } from "../case-table/case-table-row";
import { groupNames } from "./facet-entry";
import { facetEntry, facetNames, type FacetName } from "./registry";

/** Facets whose values are in the row; the outcome depends on `asOf`. */
export type RowFacet = Exclude<FacetName, "outcome">;
export type FacetValues = Partial<Readonly<Record<RowFacet, readonly string[]>>>;

export type GroupName = (typeof groupNames)[number];

type StoredFacet = {
  readonly name: RowFacet;
  readonly group: GroupName;
  readonly valuesOf: (row: CaseTableRow) => readonly string[];
};

const stored: readonly StoredFacet[] = facetNames.flatMap((name) => {
  const entry = facetEntry(name).stored;
  return name === "outcome" || entry === null ? [] : [{ name, ...entry }];
});

/** Of each group something. */
export function ofEachGroup<Value>(
  of: (name: GroupName) => Value,
): Readonly<Record<GroupName, Value>> {
  return Object.fromEntries(groupNames.map((name) => [name, of(name)])) as Record<GroupName, Value>;
}

const storedInGroup = ofEachGroup((name) => stored.filter(({ group }) => group === name));

/** The facets that are stored in a group. */
export function facetsInGroup(name: GroupName): readonly RowFacet[] {
  return storedInGroup[name].map((facet) => facet.name);
}

/** The group that a facet is stored in. */
export const groupOfFacet = Object.fromEntries(
  stored.map(({ name, group }) => [name, group]),
) as Readonly<Record<RowFacet, GroupName>>;

/** The one list of a row that determines its group, where there is one: rows that share it are not read again. */
export const decidingList: Partial<
  Readonly<Record<GroupName, (row: CaseTableRow) => readonly unknown[]>>
> = {
  journey: ({ channels }) => channels,
  scores: ({ worstScores }) => worstScores,
  releases: ({ releases }) => releases,
  teams: ({ teams }) => teams,
  people: ({ agentIds }) => agentIds,
  failures: ({ failures }) => failures,
  errors: ({ failures }) => failures,
};

/** A row's values of the facets of a group. */
export function valuesInGroup(name: GroupName, row: CaseTableRow): FacetValues {
  return Object.fromEntries(storedInGroup[name].map((facet) => [facet.name, facet.valuesOf(row)]));
}

/**
 * Adds to a group's scores those of the evaluators that never scored it.
 * @param evaluators every evaluator that scored any case
 */
export function completeScores(
  own: readonly string[],
  evaluators: readonly string[],
): readonly string[] {
  const missing = evaluators.filter((name) => !own.some((value) => evaluatorOf(value) === name));
  return [...own, ...missing.map((name) => `${name}:none`)];
}

/** The evaluator that a value of the score facet names. */
export function evaluatorOf(value: string): string {
  return value.slice(0, value.lastIndexOf(":"));
}
