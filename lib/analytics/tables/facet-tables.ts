import { groupNames } from "../facets/facet-entry";
import type { GroupName, RowFacet } from "../facets/facet-groups";
import { facetNames } from "../facets/registry";
import { defineTable, integer, position, text } from "./table";

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

/** A value of a facet, as in addresses. */
export type FacetNameRow = {
  readonly id: number;
  readonly facet: RowFacet;
  readonly value: string;
};

/** A facet's value in a combination of its group. */
export type FacetValueRow = {
  readonly facet: RowFacet;
  readonly code: number;
  /** The id of its name. */
  readonly value: number;
};

export const facetGroupsTable = defineTable<FacetGroupRow>("facet_groups", {
  group_name: text(({ group }) => group),
  code: integer(({ code }) => code),
  key: text(({ key }) => key),
});

/** The number by which tables name a facet. */
export function facetNumber(facet: RowFacet): number {
  return facetNames.indexOf(facet);
}

export const facetNamesTable = defineTable<FacetNameRow>("facet_names", {
  id: integer(({ id }) => id),
  facet: position(({ facet }) => facetNumber(facet)),
  value: text(({ value }) => value),
});

export const facetValuesTable = defineTable<FacetValueRow>("facet_values", {
  facet: position(({ facet }) => facetNumber(facet)),
  code: integer(({ code }) => code),
  value: integer(({ value }) => value),
});
