import type { Severities } from "@/lib/domain/disclosures/severity";
import type { CostRates } from "@/lib/domain/settings/settings";
import type { CaseTableRow } from "./case-table-row";
import { createColumns, growColumns, putMeasured, type Columns } from "./columns";
import { ofEachGroup, type GroupName } from "../facets/facet-groups";
import { groupNames } from "../facets/facet-entry";
import { createDictionary, groupOf, type Dictionary } from "./dictionary";
import { createDueKeys, noteDue, takeDue, type DueKeys } from "../facets/due-keys";
import { noteChange, type ChangedDays, type DayChange } from "./changed-days";
import { growth } from "./grown";
import { addToTotals, createGroupTotals, type GroupTotals } from "../facets/group-totals";
import {
  createContactTable,
  putContacts,
  encodeContacts,
  type ContactTable,
} from "./contact-table";
import { createHandoffTable, putHandoffs, type HandoffTable } from "./handoff-table";
import {
  createPromiseTable,
  putPromises,
  encodePromises,
  type PromiseTable,
} from "./promise-table";
import { createDisclosureTable, putDisclosures, type DisclosureTable } from "./disclosure-table";
import { createPiiTable, putPii, type PiiTable } from "./pii-table";
import { encodeOpenAge } from "../facets/open-age";
import { outcomeCode } from "../facets/outcome-code";
import { createNames, type Names } from "./names";
import { firstCapacity, growDimensionGroup, releaseRows } from "./child-table";
import type { DimensionGroup, DimensionGroups } from "./coding";
import { encodeSla } from "./sla-columns";
import { createCaseDimensions, type CaseDimensions } from "../facets/case-dimensions";
import { isAtOnce, encodeDimensions } from "../facets/encode-dimensions";

/**
 * All cases of a workspace as columns, for filtering, counting and sorting without the database. A row's index is its
 * key. Derived columns are as of `asOfUs`, which `advanceAsOf` moves.
 */
export type CaseTable = {
  columns: Columns;
  /** One past the highest key. */
  end: number;
  count: number;
  /** Rises with every change of a row. */
  version: number;
  /** Rises with every encoding of a row as of an instant. */
  encodings: number;
  /** Rises with every new key. */
  membership: number;
  readonly dictionaries: Readonly<Record<GroupName, Dictionary>>;
  /** Cases of each group of the dictionaries. */
  readonly totals: GroupTotals;
  readonly evaluators: Set<string>;
  readonly contacts: ContactTable;
  readonly handoffs: HandoffTable;
  readonly promises: PromiseTable;
  readonly disclosures: DisclosureTable;
  readonly pii: PiiTable;
  /** Of prompts, releases, teams, disclosure rules, and places of personal values. */
  readonly names: Names;
  /** Dimension values of cases at `asOf`. */
  readonly dimensionGroups: DimensionGroups<CaseDimensions>;
  /** Case types excluded from first-contact resolution by the settings. */
  laterTypes: ReadonlySet<string>;
  /** Unit costs of the settings; null where there are none. */
  rates: CostRates | null;
  /** Of the disclosure rules of the settings. */
  severities: Severities;
  /** The instant of outcomes, microseconds since 1970. */
  asOfUs: number;
  /** Outcomes are the same from this instant until before the next one of `due`. */
  sinceUs: number;
  /** Keys whose outcome may change later. */
  due: DueKeys;
  readonly changedDays: ChangedDays;
  /** The table of which this one is a view, see `visibleCases`; null: it is the whole one. */
  readonly whole: CaseTable | null;
};

export function createCaseTable(): CaseTable {
  return {
    columns: createColumns(firstCapacity),
    end: 0,
    count: 0,
    version: 0,
    encodings: 0,
    membership: 0,
    dictionaries: ofEachGroup(createDictionary),
    totals: createGroupTotals(),
    evaluators: new Set(),
    contacts: createContactTable(),
    handoffs: createHandoffTable(),
    promises: createPromiseTable(),
    disclosures: createDisclosureTable(),
    pii: createPiiTable(),
    names: createNames(),
    dimensionGroups: createCaseDimensions(firstCapacity),
    laterTypes: new Set(),
    rates: null,
    severities: new Map(),
    asOfUs: 0,
    sinceUs: -Infinity,
    due: createDueKeys(),
    changedDays: new Map(),
    whole: null,
  };
}

/** Adds cases to a table, or replaces those of the same key. */
export function putCases(table: CaseTable, rows: readonly CaseTableRow[]): void {
  if (rows.length === 0) return;
  const end = rows.reduce((most, { key }) => Math.max(most, key + 1), table.end);
  if (end > table.columns.capacity) growCases(table, Math.ceil(end * growth));
  table.end = end;
  for (const row of rows) {
    if (table.columns.flags[row.key] === 0) {
      table.count += 1;
      table.membership += 1;
    } else leave(table, row.key);
    putCase(table, row);
  }
  table.version += 1;
}

/** Makes room for cases with keys below `capacity`. */
export function growCases(table: CaseTable, capacity: number): void {
  table.columns = growColumns(table.columns, capacity);
  for (const group of Object.values(table.dimensionGroups)) growDimensionGroup(group, capacity);
}

/** Removes cases from a table; unknown keys are ignored. */
export function removeCases(table: CaseTable, keys: readonly number[]): void {
  for (const key of keys) {
    if (key >= table.end || table.columns.flags[key] === 0) continue;
    table.columns.flags[key] = 0;
    leave(table, key);
    const { contacts, handoffs, promises, disclosures, pii } = table;
    for (const children of [contacts, handoffs, promises, disclosures, pii])
      releaseRows(children, key);
    table.count -= 1;
    table.version += 1;
  }
}

/** Removes a case from the totals, before it is removed or rewritten. */
function leave(table: CaseTable, key: number): void {
  addToTotals(table.totals, table.columns, key, -1);
  noteRows(table, key);
}

function noteRows({ changedDays, columns }: CaseTable, key: number): void {
  noteChange(changedDays, columns.openedUs[key] ?? NaN, "rows");
}

function putCase(table: CaseTable, row: CaseTableRow): void {
  const { columns } = table;
  const { key } = row;
  putMeasured(columns, row);
  for (const name of groupNames) {
    columns[name][key] = groupOf(table.dictionaries[name], name, row, table.evaluators);
  }
  addToTotals(table.totals, columns, key, 1);
  putContacts(table.contacts, table.names, key, row.contactRows);
  putHandoffs(table.handoffs, table.names, key, row.handoffRows);
  putPromises(table.promises, table.names, key, row.promiseRows);
  putDisclosures(table.disclosures, table.names, key, row.disclosureRows);
  putPii(table.pii, table.names, key, row.piiRows);
  readOutcome(table, key);
  noteRows(table, key);
}

/** Moves `asOf`. Forwards, only cases with an instant in between are encoded anew; backwards, all may be. */
export function advanceAsOf(table: CaseTable, asOfUs: number): void {
  const isBack = asOfUs < table.sinceUs;
  table.asOfUs = asOfUs;
  if (isBack) {
    table.sinceUs = -Infinity;
    table.due = createDueKeys();
    // Cached results of one instant must not be used for another.
    table.version += 1;
    for (let key = 0; key < table.end; key += 1) readOutcome(table, key);
  } else
    for (const key of takeDue(table.due, table.columns.nextUs, asOfUs)) readOutcome(table, key);
}

/** Sets the unit costs; where they changed, aggregates of costs are computed anew. */
export function applyCostRates(table: CaseTable, rates: CostRates | null): void {
  if (JSON.stringify(rates) === JSON.stringify(table.rates)) return;
  table.rates = rates;
  for (let key = 0; key < table.end; key += 1) {
    const { flags: set, openedUs } = table.columns;
    if (set[key] !== 0) noteChange(table.changedDays, openedUs[key] ?? NaN, "rates");
  }
}

/** Sets the case types excluded from first-contact resolution; where they changed, all rows are encoded anew. */
export function applyResolutionPolicy(table: CaseTable, laterTypes: ReadonlySet<string>): void {
  const isSame =
    laterTypes.size === table.laterTypes.size &&
    [...laterTypes].every((type) => table.laterTypes.has(type));
  if (isSame) return;
  table.laterTypes = laterTypes;
  table.version += 1;
  table.due = createDueKeys();
  for (let key = 0; key < table.end; key += 1) readOutcome(table, key);
}

function readOutcome(table: CaseTable, key: number): void {
  const { columns, asOfUs } = table;
  table.encodings += 1;
  columns.nextUs[key] = Infinity;
  if (columns.flags[key] === 0) return;
  columns.outcome[key] = outcomeCode(columns, key, asOfUs);
  let nextUs = Infinity;
  const due = (instant: number): void => {
    if (instant > asOfUs) nextUs = Math.min(nextUs, instant);
    else if (instant > table.sinceUs) table.sinceUs = instant;
  };
  const { closedUs, reopenedUs, repeatUs, matureUs, heldUs, backUs } = columns;
  due(closedUs[key] ?? Infinity);
  due(reopenedUs[key] ?? Infinity);
  due(repeatUs[key] ?? Infinity);
  due(matureUs[key] ?? Infinity);
  due(heldUs[key] ?? Infinity);
  due(backUs[key] ?? Infinity);
  const caseFacts = {
    outcome: columns.outcome[key],
    isAtOnce: isAtOnce(table, key),
    repeatUs: repeatUs[key] ?? Infinity,
    asOfUs,
  };
  encodeSla(columns, key, due);
  encodeOpenAge(columns, key, due);
  encodeContacts(table.contacts, key, caseFacts, due);
  encodePromises(table.promises, key, asOfUs, due);
  encodeDimensions(table, key);
  noteChanges(table, key);
  columns.nextUs[key] = nextUs;
  noteDue(table.due, key, nextUs);
}

/** Records which dimension groups of a case or its children changed. */
function noteChanges(
  { changedDays, columns, dimensionGroups, contacts, promises }: CaseTable,
  key: number,
): void {
  const openedUs = columns.openedUs[key] ?? NaN;
  const note = (name: DayChange, group: DimensionGroup<unknown>) => {
    if (group.isChanged) noteChange(changedDays, openedUs, name);
    group.isChanged = false;
  };
  note("cases", dimensionGroups.cases);
  note("services", dimensionGroups.services);
  note("ratings", dimensionGroups.ratings);
  note("clocks", dimensionGroups.clocks);
  note("records", dimensionGroups.records);
  note("returns", contacts.dimensionGroups.returns);
  note("containments", contacts.dimensionGroups.containments);
  note("promises", promises.dimensionGroups.promises);
}
