import type { CaseTable } from "../case-table/case-table";
import { openedDay, openedDayUs, type DayChange } from "../case-table/changed-days";
import { joinedCases, keptCases, type CaseSet, type KeptCases } from "./case-set";

/** From the first instant until before the second, microseconds since 1970. */
export type Stretch = { readonly fromUs: number; readonly toUs: number };

/** The cases opened on a day, and those of parts of it, where a period begins or ends within it. */
type Day = {
  readonly cases: KeptCases;
  readonly some: Map<string, KeptCases>;
  /** The same of the cases that somebody sees, by their tables; the last made last. */
  readonly visible: Map<CaseTable, Day>;
};

declare global {
  // The server's start and its pages are bundled apart and share the tables. By whole table.
  var throughlineCaseDays: WeakMap<CaseTable, Map<number, Day>> | undefined;
}

/**
 * All cases opened in a period, merged from its days: a day's aggregates are computed anew only after one of its cases
 * changed.
 * @param stretch null: all cases, including those of unknown opening
 */
export function casesOpenedIn(table: CaseTable, stretch: Stretch | null): CaseSet {
  const sets: CaseSet[] = [];
  const { fromUs, toUs } = stretch ?? { fromUs: -Infinity, toUs: Infinity };
  for (const [day, own] of daysOf(table)) {
    const [startUs, endUs] = [day * openedDayUs, (day + 1) * openedDayUs];
    const isInside = startUs >= fromUs && endUs <= toUs;
    if (isInside || stretch === null) sets.push(own.cases);
    else if (startUs < toUs && endUs > fromUs) {
      sets.push(someOf(own, { fromUs: Math.max(startUs, fromUs), toUs: Math.min(endUs, toUs) }));
    }
  }
  return joinedCases(table, sets);
}

/** Partial days kept: the display zone's days begin and end once in each UTC day. */
const someMax = 8;

/** @param stretch within the day */
function someOf({ cases, some }: Day, { fromUs, toUs }: Stretch): CaseSet {
  const name = `${String(fromUs)} ${String(toUs)}`;
  const before = some.get(name);
  if (before !== undefined) return before;
  const { table } = cases;
  const { openedUs } = table.columns;
  const keys = cases.places("cases").filter((key) => {
    const opened = openedUs[key] ?? NaN;
    return opened >= fromUs && opened < toUs;
  });
  const own = keptCases(table, keys);
  if (some.size >= someMax) some.clear();
  some.set(name, own);
  return own;
}

/** All cases by day of opening, with the aggregates of each. */
export function casesOfDays(table: CaseTable): readonly CaseSet[] {
  return Array.from(daysOf(table).values(), ({ cases }) => cases);
}

/** Number of views whose daily aggregates are kept. */
const visibleMax = 8;

/** Aggregates by day, NaN for unknown days; those that changed are dropped. */
function daysOf(table: CaseTable): ReadonlyMap<number, Day> {
  const { whole } = table;
  if (whole === null) return wholeDays(table);
  return new Map(Array.from(wholeDays(whole), ([number, day]) => [number, visibleDay(day, table)]));
}

function visibleDay({ cases, visible }: Day, table: CaseTable): Day {
  const known = visible.get(table);
  if (known !== undefined) return known;
  const { flags } = table.columns;
  const day = dayOf(
    table,
    cases.places("cases").filter((key) => flags[key] !== 0),
  );
  visible.set(table, day);
  const [oldest] = visible.keys();
  if (visible.size > visibleMax && oldest !== undefined) visible.delete(oldest);
  return day;
}

function dayOf(table: CaseTable, keys: Uint32Array): Day {
  return { cases: keptCases(table, keys), some: new Map(), visible: new Map() };
}

function forget({ cases, some, visible }: Day, changes: Iterable<DayChange>): void {
  for (const each of [cases, ...some.values()]) each.forget(changes);
  for (const each of visible.values()) forget(each, changes);
}

function wholeDays(table: CaseTable): ReadonlyMap<number, Day> {
  const known = (globalThis.throughlineCaseDays ??= new WeakMap<CaseTable, Map<number, Day>>());
  const days = known.get(table) ?? new Map<number, Day>();
  known.set(table, days);
  const { changedDays } = table;
  if (changedDays.size === 0) return days;
  for (const [number, changes] of changedDays) {
    const day = days.get(number);
    if (day !== undefined) forget(day, changes);
  }
  const rewritten = [...changedDays].filter(([, changes]) => changes.has("rows"));
  for (const [number, keys] of keysOf(table, new Set(rewritten.map(([day]) => day)))) {
    if (keys.length === 0) days.delete(number);
    else days.set(number, dayOf(table, Uint32Array.from(keys)));
  }
  changedDays.clear();
  return days;
}

/** A day is first looked up by so many of its low bits. */
const slots = 2 ** 12;

/** The keys of the cases of some days, ascending. */
function keysOf(
  { columns, end }: CaseTable,
  days: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>(Array.from(days, (day) => [day, []]));
  if (days.size === 0) return found;
  const isWanted = new Uint8Array(slots);
  for (const day of days) isWanted[day & (slots - 1)] = 1;
  const { flags, openedUs } = columns;
  for (let key = 0; key < end; key += 1) {
    const day = openedDay(openedUs[key] ?? NaN);
    if (isWanted[day & (slots - 1)] !== 1 || flags[key] === 0) continue;
    found.get(day)?.push(key);
  }
  return found;
}
