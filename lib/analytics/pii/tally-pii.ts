import {
  personalPlaces,
  piiKinds,
  sensitivityOf,
  type PersonalPlace,
  type PiiKind,
  type Sensitivity,
} from "@/lib/domain/privacy/personal-values";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import type { FilteredCases } from "../ask/filtered-cases";
import type { CaseTable } from "../case-table/case-table";
import { rowsOf } from "../case-table/child-table";
import { countByRelease, type ReleaseCounts } from "../counts/count-by-release";
import type { PiiValues } from "../case-table/pii-table";
import { MISSING } from "../facets/case-facets";
import { nameOf, noName } from "../case-table/names";
import { valuesOf } from "../case-table/dictionary";

/** What a tally counts; null: any. */
export type PiiFilter = {
  readonly on: Channel | null;
  readonly kindOf: PiiKind | null;
  readonly place: PersonalPlace | null;
};

/** An instant with the release of the value that was first, or last, at it. */
export type PiiInstant = { readonly atUs: number; readonly release: string | null };

/** Leaked values of one type at one place of one tool or attribute. */
export type LeakKind = {
  readonly type: PiiKind;
  readonly place: PersonalPlace;
  /** `MISSING` where neither a tool nor an attribute is named. */
  readonly source: string;
  readonly values: number;
  readonly first: PiiInstant;
  readonly last: PiiInstant;
};

/** How personal values arrived. */
export type ArrivalCounts = { readonly leaked: number; readonly redacted: number };

/** The personal values of one release, and the cases that it served. */
export type ReleaseTally = {
  /** Null: unknown. */
  readonly release: string | null;
  /** Of its first value; null where it brought none. */
  readonly firstUs: number | null;
  readonly all: ArrivalCounts;
  readonly critical: ArrivalCounts;
  /** Cases that name the release, with values or without; cases that name none. */
  readonly cases: number;
};

export type PiiTally = {
  readonly all: ArrivalCounts;
  /** Cases with a leaked value. */
  readonly leakingCases: number;
  /** Spans of the cases, and those that brought a leaked value; null where values are filtered. */
  readonly spans: { readonly all: number; readonly leaking: number } | null;
  /** Critical ones first, then the most frequent. */
  readonly kinds: readonly LeakKind[];
  readonly byType: ReadonlyMap<PiiKind, ArrivalCounts>;
  readonly bySensitivity: Readonly<Record<Sensitivity, ArrivalCounts>>;
  /** Leaked values by type, then by channel. */
  readonly byChannel: ReadonlyMap<PiiKind, ReadonlyMap<Channel, number>>;
  /** In order of their first value; those without any come last. */
  readonly releases: readonly ReleaseTally[];
};

/** Counts the personal values of some cases; a result is kept until a case changes. */
export function tallyPii(cases: FilteredCases & { readonly table: CaseTable }, filter: PiiFilter) {
  return cases.once(`pii ${JSON.stringify(filter)}`, () => {
    const { table, selection } = cases;
    const { keys } = selection();
    return tallyRows(table, keys, filter);
  });
}

function tallyRows(table: CaseTable, keys: Uint32Array, filter: PiiFilter): PiiTally {
  const { pii, names } = table;
  const rows = rowsOf(pii, keys);
  const { codes, combinations } = pii.dimensionGroups.pii;
  const { values } = combinations;
  const { length } = values;
  const counts = new Uint32Array(length);
  const [firstRow, lastRow] = [new Uint32Array(length), new Uint32Array(length)];
  const firstUs = new Float64Array(length).fill(Infinity);
  const lastUs = new Float64Array(length).fill(-Infinity);
  const { caseKey } = pii;
  const { release } = pii.integers;
  const { atUs } = pii.instants;
  const isLeaked = Uint8Array.from(values, (each) => Number(each.isLeaked));
  const arrivalOfCode = Int8Array.from(values, (each) =>
    passes(each, filter) ? arrivalOf(each) : -1,
  );
  let leakingCases = 0;
  let lastKey = -1;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const code = codes[row] ?? 0;
    if (arrivalOfCode[code] === -1) continue;
    counts[code] = (counts[code] ?? 0) + 1;
    if (isLeaked[code] === 0) continue;
    const at = atUs[row] ?? 0;
    if (at < (firstUs[code] ?? 0)) {
      firstUs[code] = at;
      firstRow[code] = row;
    }
    if (at > (lastUs[code] ?? 0)) {
      lastUs[code] = at;
      lastRow[code] = row;
    }
    const key = caseKey[row] ?? 0;
    leakingCases += Number(key !== lastKey);
    lastKey = key;
  }
  const instantAt = (row: number) => ({
    atUs: atUs[row] ?? 0,
    release: nameOf(names, release[row] ?? noName),
  });
  const found = values.flatMap((own, code) => {
    const count = counts[code] ?? 0;
    if (count === 0) return [];
    const [first, last] = [instantAt(firstRow[code] ?? 0), instantAt(lastRow[code] ?? 0)];
    return [{ own, count, first, last }];
  });
  return {
    ...countsOf(found),
    leakingCases,
    spans: isUnfiltered(filter) ? spansOf(table, keys, found) : null,
    kinds: leakKinds(found),
    releases: releaseTallies(
      countByRelease(names, rows, { codes, release, atUs }, { count: 4, ofCode: arrivalOfCode }),
      servedCases(table, keys),
    ),
  };
}

function isUnfiltered({ on, kindOf, place }: PiiFilter): boolean {
  return on === null && kindOf === null && place === null;
}

function spansOf({ columns: { spans } }: CaseTable, keys: Uint32Array, found: readonly Found[]) {
  let all = 0;
  for (let index = 0; index < keys.length; index += 1) all += spans[keys[index] ?? 0] ?? 0;
  const leaking = found.reduce((sum, { own, count }) => sum + (own.isSpansFirst ? count : 0), 0);
  return { all, leaking };
}

/** The number of cases that name each release; null: none. */
function servedCases({ columns, dictionaries }: CaseTable, keys: Uint32Array) {
  const { releases } = columns;
  const groups = dictionaries.releases;
  const counts = new Uint32Array(groups.size);
  for (let index = 0; index < keys.length; index += 1) {
    const group = releases[keys[index] ?? 0] ?? 0;
    counts[group] = (counts[group] ?? 0) + 1;
  }
  const served = new Map<string | null, number>();
  counts.forEach((count, group) => {
    if (count === 0) return;
    for (const each of valuesOf(groups, "release", group)) {
      const release = each === MISSING ? null : each;
      served.set(release, (served.get(release) ?? 0) + count);
    }
  });
  return served;
}

function releaseTallies(
  found: readonly ReleaseCounts[],
  served: ReadonlyMap<string | null, number>,
): readonly ReleaseTally[] {
  const byName = new Map(found.map((each) => [each.release, each]));
  return [...new Set([...byName.keys(), ...served.keys()])]
    .map((release): ReleaseTally => {
      const own = byName.get(release);
      return {
        ...{ release, firstUs: own?.firstUs ?? null, cases: served.get(release) ?? 0 },
        ...countsBySensitivity(own?.counts ?? []),
      };
    })
    .sort((one, other) => (one.firstUs ?? Infinity) - (other.firstUs ?? Infinity));
}

function passes({ channel, type, place }: PiiValues, { on, kindOf, place: at }: PiiFilter) {
  return (on ?? channel) === channel && (kindOf ?? type) === type && (at ?? place) === place;
}

/** Redacted 0, leaked 1; 2 more where it is critical. */
function arrivalOf({ isLeaked, type }: PiiValues): number {
  return Number(isLeaked) + (sensitivityOf(type) === "critical" ? 2 : 0);
}

type SensitivityCounts = Pick<ReleaseTally, "all" | "critical">;

/** @param counts by `arrivalOf` */
function countsBySensitivity(counts: Iterable<number>): SensitivityCounts {
  const [redacted = 0, leaked = 0, criticalRedacted = 0, criticalLeaked = 0] = counts;
  return {
    all: { leaked: leaked + criticalLeaked, redacted: redacted + criticalRedacted },
    critical: { leaked: criticalLeaked, redacted: criticalRedacted },
  };
}

type Found = {
  readonly own: PiiValues;
  readonly count: number;
  /** Of leaked values only. */
  readonly first: PiiInstant;
  readonly last: PiiInstant;
};

function countsOf(
  found: readonly Found[],
): Pick<PiiTally, "all" | "byType" | "bySensitivity" | "byChannel"> {
  const sums = [0, 0, 0, 0];
  const types = new Map<PiiKind, { leaked: number; redacted: number; on: number[] }>();
  for (const { own, count } of found) {
    const at = arrivalOf(own);
    sums[at] = (sums[at] ?? 0) + count;
    const type = types.get(own.type) ?? { leaked: 0, redacted: 0, on: channels.map(() => 0) };
    types.set(own.type, type);
    type[own.isLeaked ? "leaked" : "redacted"] += count;
    const channel = channels.indexOf(own.channel);
    if (own.isLeaked) type.on[channel] = (type.on[channel] ?? 0) + count;
  }
  const { all, critical } = countsBySensitivity(sums);
  const inOrder = piiKinds.flatMap((type) => {
    const own = types.get(type);
    return own === undefined ? [] : [{ type, ...own }];
  });
  return {
    all,
    byType: new Map(inOrder.map(({ type, leaked, redacted }) => [type, { leaked, redacted }])),
    bySensitivity: {
      critical,
      personal: {
        leaked: all.leaked - critical.leaked,
        redacted: all.redacted - critical.redacted,
      },
    },
    byChannel: new Map(
      inOrder.map(({ type, on }) => [
        type,
        new Map(channels.map((channel, at) => [channel, on[at] ?? 0])),
      ]),
    ),
  };
}

function leakKinds(found: readonly Found[]): readonly LeakKind[] {
  const kinds = new Map<string, LeakKind>();
  for (const { own, count, first, last } of found) {
    if (!own.isLeaked) continue;
    const { type, place, source } = own;
    const key = [type, place, source].join("\n");
    const known = kinds.get(key);
    kinds.set(key, {
      ...{ type, place, source },
      values: (known?.values ?? 0) + count,
      first: known === undefined || first.atUs < known.first.atUs ? first : known.first,
      last: known === undefined || last.atUs > known.last.atUs ? last : known.last,
    });
  }
  return [...kinds.values()].sort(
    (one, other) =>
      criticality(other) - criticality(one) ||
      other.values - one.values ||
      placeRank(one) - placeRank(other) ||
      (one.source < other.source ? -1 : 1),
  );
}

function criticality({ type }: LeakKind): number {
  return Number(sensitivityOf(type) === "critical");
}

function placeRank({ place, type }: LeakKind): number {
  return personalPlaces.indexOf(place) * piiKinds.length + piiKinds.indexOf(type);
}
