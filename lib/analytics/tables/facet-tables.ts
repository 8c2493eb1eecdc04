import { groupNames } from "../facets/facet-entry";
import type { GroupName, RowFacet } from "../facets/facet-groups";
import { defineTable, integer, text } from "./table";

/** The column of `cases` with a group's codes. */
export function groupColumn(group: GroupName): string {
  return `${group}_group`;
}

/** The columns of all groups. */
export const groupColumns = groupNames.map(groupColumn);

/** A combination of values of a group's facets. */
export type FacetGroupRow = {
  readonly group: GroupName;
  readonly code: number;
  /** See `groupKey`. */
  readonly key: string;
};

/** A value of a facet in a combination, as in addresses. */
export type FacetValueRow = {
  readonly group: GroupName;
  readonly code: number;
  readonly facet: RowFacet;
  readonly value: string;
};

export const facetGroupsTable = defineTable<FacetGroupRow>("facet_groups", {
  group_name: text(({ group }) => group),
  code: integer(({ code }) => code),
  key: text(({ key }) => key),
});

export const facetValuesTable = defineTable<FacetValueRow>("facet_values", {
  group_name: text(({ group }) => group),
  code: integer(({ code }) => code),
  facet: text(({ facet }) => facet),
  value: text(({ value }) => value),
});
