import type { DuckDBConnection } from "@duckdb/node-api";
import { addressName } from "@/lib/analytics/case-table/address-name";
import {
  decidingList,
  facetsInGroup,
  groupKey,
  ofEachGroup,
  valuesInGroup,
  type GroupName,
  type RowFacet,
} from "@/lib/analytics/facets/facet-groups";
import { facetNames } from "@/lib/analytics/facets/registry";
import type { AnalyticCase } from "@/lib/analytics/tables/cases-table";
import {
  facetGroupsTable,
  facetNamesTable,
  facetValuesTable,
  type FacetGroupRow,
  type FacetNameRow,
  type FacetValueRow,
} from "@/lib/analytics/tables/facet-tables";
import { appendRows, queryRows } from "./duckdb";

/**
 * The codes of combinations of facet values: cases with the same values in all facets of a group have the same code.
 */
export type FacetCodes = {
  /** The code of a case's values; a new one on first use, which `flush` stores. */
  readonly codeOf: (group: GroupName, row: AnalyticCase) => number;
  /** Stores the new codes. */
  readonly flush: (connection: DuckDBConnection) => Promise<void>;
};

/** Reads the codes that are stored. */
export async function readFacetCodes(connection: DuckDBConnection): Promise<FacetCodes> {
  const ids = ofEachGroup(() => new Map<string, number>());
  const byList = ofEachGroup(() => new WeakMap<object, number>());
  const rows = await queryRows(connection, "SELECT group_name, code, key FROM facet_groups");
  for (const { group_name: group, code, key } of rows) {
    ids[group as GroupName].set(String(key), Number(code));
  }
  const nameIds = new Map<string, number>();
  for (const { id, facet, value } of await queryRows(connection, "SELECT * FROM facet_names")) {
    nameIds.set(`${facetNames[Number(facet)] ?? ""} ${String(value)}`, Number(id));
  }
  let groups: FacetGroupRow[] = [];
  let names: FacetNameRow[] = [];
  let values: FacetValueRow[] = [];

  function numberOf(group: GroupName, row: AnalyticCase): number {
    const own = valuesInGroup(group, row);
    const key = groupKey(own);
    const known = ids[group].get(key);
    if (known !== undefined) return known;
    const code = ids[group].size;
    ids[group].set(key, code);
    groups.push({ group, code, key });
    for (const facet of facetsInGroup(group)) {
      const named = new Set((own[facet] ?? []).map(addressName));
      for (const name of named) values.push({ facet, code, value: idOf(facet, name) });
    }
    return code;
  }

  function idOf(facet: RowFacet, value: string): number {
    const key = `${facet} ${value}`;
    const known = nameIds.get(key);
    if (known !== undefined) return known;
    const id = nameIds.size;
    nameIds.set(key, id);
    names.push({ id, facet, value });
    return id;
  }

  return {
    codeOf: (group, row) => {
      const list = decidingList[group]?.(row);
      if (list === undefined) return numberOf(group, row);
      const code = byList[group].get(list) ?? numberOf(group, row);
      byList[group].set(list, code);
      return code;
    },
    flush: async (connected) => {
      const [newGroups, newNames, newValues] = [groups, names, values];
      [groups, names, values] = [[], [], []];
      await appendRows(connected, facetGroupsTable, newGroups);
      await appendRows(connected, facetNamesTable, newNames);
      await appendRows(connected, facetValuesTable, newValues);
    },
  };
}
