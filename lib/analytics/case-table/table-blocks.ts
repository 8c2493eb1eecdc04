import type { CostRates } from "@/lib/domain/settings/settings";
import { groupNames } from "../facets/facet-entry";
import { noteDue } from "../facets/due-keys";
import { ofEachGroup, type GroupName } from "../facets/facet-groups";
import { countTotals } from "../facets/group-totals";
import { createCaseTable, growCases, type CaseTable } from "./case-table";
import { noteChange, openedDay } from "./changed-days";
import { growKeys, growRows, type ChildTable } from "./child-table";
import type { DimensionGroup } from "./coding";
import { createIntegers } from "./integers";
import {
  dictionaryColumns,
  dictionaryState,
  restoreDictionary,
  type DictionaryState,
} from "./dictionary";
import { createLastChanges, type LastChanges } from "./last-changes";
import { createCaseOwners, ownerId, type CaseOwners } from "./visible-cases";

/** A table and what is kept beside it. */
export type WholeTable = {
  readonly table: CaseTable;
  readonly owners: CaseOwners;
  readonly changes: LastChanges;
};

/** Everything of a table but its columns, as JSON says it. */
export type TableState = {
  readonly end: number;
  readonly count: number;
  readonly asOfUs: number;
  /** Null: −∞. */
  readonly sinceUs: number | null;
  readonly laterTypes: readonly string[];
  readonly rates: CostRates | null;
  readonly evaluators: readonly string[];
  readonly names: readonly string[];
  readonly owners: CaseOwners["owners"];
  readonly dictionaries: Readonly<Record<GroupName, DictionaryState>>;
  /** Of each child table. */
  readonly children: readonly ChildState[];
  /** Of each dimension group its combinations: the codes of their values, and these. */
  readonly combinations: readonly {
    readonly ids: readonly number[];
    readonly values: readonly unknown[];
  }[];
};

type ChildState = {
  readonly end: number;
  readonly live: number;
  /** Of each column of integers, how many each of them takes. */
  readonly bytes: readonly number[];
};

/** Numbers as they lie in memory. */
export type Block = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** Room for cases that come later, as a share of those that are there. */
const spare = 1 / 16;
const spareRows = 1024;

/** Takes the state of a table without its columns. */
export function tableState({ table, owners }: WholeTable): TableState {
  return {
    ...{ end: table.end, count: table.count, asOfUs: table.asOfUs },
    sinceUs: table.sinceUs === -Infinity ? null : table.sinceUs,
    laterTypes: [...table.laterTypes],
    rates: table.rates,
    evaluators: [...table.evaluators],
    names: table.names.values,
    owners: owners.owners,
    dictionaries: ofEachGroup((name) => dictionaryState(table.dictionaries[name])),
    children: childTables(table).map(({ end, live, integers }) => ({
      ...{ end, live },
      bytes: Object.values(integers).map((column) => column.BYTES_PER_ELEMENT),
    })),
    combinations: dimensionGroups(table).map(({ combinations: { ids, values } }) => ({
      ...{ ids: [...ids.keys()], values },
    })),
  };
}

/** The columns of a table, as far as they are used; always in the same order. */
export function tableBlocks({ table, owners, changes }: WholeTable): readonly Block[] {
  const { capacity: _, ...columns } = table.columns;
  const ofCases = [
    ...Object.values<Block>(columns),
    ...Object.values(table.dimensionGroups).map(({ codes }) => codes),
    ...[owners.ofKey, changes.ofKey],
    ...childTables(table).flatMap(({ first, count }) => [first, count]),
  ];
  return [
    ...groupNames.flatMap((name) => dictionaryColumns(table.dictionaries[name])),
    ...ofCases.map((column) => column.subarray(0, table.end)),
    ...childTables(table).flatMap((children) =>
      [
        children.caseKey,
        ...Object.values(children.instants),
        ...Object.values(children.integers),
        ...Object.values(children.amounts),
        ...Object.values(children.dimensionGroups).map(({ codes }) => codes),
      ].map((column) => column.subarray(0, children.end)),
    ),
  ];
}

/** Makes a table of a state, with room for its columns: fill `tableBlocks` of it, then call `completeTable`. */
export function restoreTable(state: TableState): WholeTable {
  const table = createCaseTable();
  const keys = withSpare(state.end);
  growCases(table, keys);
  childTables(table).forEach((children, index) => {
    const { end, live, bytes } = state.children[index] ?? { end: 0, live: 0, bytes: [] };
    Object.keys(children.integers).forEach((name, at) => {
      children.integers[name] = createIntegers(0, bytes[at]);
    });
    growKeys(children, keys);
    growRows(children, withSpare(end));
    Object.assign(children, { end, live });
  });
  dimensionGroups(table).forEach(({ combinations }, index) => {
    const { ids, values } = state.combinations[index] ?? { ids: [], values: [] };
    ids.forEach((code, number) => combinations.ids.set(code, number));
    combinations.values.push(...values);
  });
  for (const name of groupNames) {
    restoreDictionary(table.dictionaries[name], state.dictionaries[name]);
  }
  state.names.slice(table.names.values.length).forEach((name) => {
    table.names.ids.set(name, table.names.values.push(name) - 1);
  });
  for (const evaluator of state.evaluators) table.evaluators.add(evaluator);
  Object.assign(table, {
    ...{ end: state.end, count: state.count, asOfUs: state.asOfUs, rates: state.rates },
    sinceUs: state.sinceUs ?? -Infinity,
    laterTypes: new Set(state.laterTypes),
  });
  return { table, ...restoreBeside(state, keys) };
}

function restoreBeside({ owners: list }: TableState, keys: number) {
  const [owners, changes] = [createCaseOwners(), createLastChanges()];
  for (const owner of list) ownerId(owners, owner);
  owners.ofKey = new Uint32Array(keys);
  changes.ofKey = new Uint32Array(keys);
  return { owners, changes };
}

function withSpare(used: number): number {
  return Math.ceil(used * (1 + spare)) + spareRows;
}

/** Computes what follows from a table's columns, once they are filled. */
export function completeTable({ table }: WholeTable): void {
  const { columns } = table;
  let day = NaN;
  for (let key = 0; key < table.end; key += 1) {
    if (columns.flags[key] === 0) continue;
    noteDue(table.due, key, columns.nextUs[key] ?? Infinity);
    const openedUs = columns.openedUs[key] ?? NaN;
    // Cases mostly follow each other by day.
    if (openedDay(openedUs) === day) continue;
    day = openedDay(openedUs);
    noteChange(table.changedDays, openedUs, "rows");
  }
  Object.assign(table.totals, countTotals(columns, table));
  table.version = 1;
  table.membership = table.count;
}

/** Child tables of any rows. */
function childTables(table: CaseTable): readonly ChildTable[] {
  const { contacts, handoffs, promises, disclosures, pii } = table;
  return [contacts, handoffs, promises, disclosures, pii];
}

function dimensionGroups(table: CaseTable): readonly DimensionGroup<unknown>[] {
  return [table, ...childTables(table)].flatMap((each) =>
    Object.values<DimensionGroup<unknown>>(each.dimensionGroups),
  );
}
