import {
  promiseKinds,
  promiseStateAt,
  promiseStates,
  promiseStatuses,
} from "@/lib/domain/case/case-promise";
import { channels } from "@/lib/domain/trace/channel";
import { agentKinds } from "@/lib/domain/trace/identity";
import type { PromiseRow } from "../rows/promise-row";
import { createDimensionGroup, numberer, type Coded, setCombination } from "./coding";
import type { Names } from "./names";
import { createChildTable, firstCapacity, putRows, type ChildTable } from "./child-table";

/** Whether the next contact about a promise knew of it; `none` where no contact followed. */
export const receptions = ["none", "not-mentioned", "known", "denied", "ignored"] as const;

export const promiseLists = {
  channel: channels,
  by: agentKinds,
  kind: promiseKinds,
  state: promiseStates,
  due: ["none", "later", "past"],
  /** Whether the next contact about it knew of it; `none` where no contact followed. */
  reception: receptions,
  /** That contact's channel. */
  receivedOn: ["none", ...channels],
} as const;

export type PromiseValues = Coded<typeof promiseLists>;

/** Dimension values of a promise at `asOf`. */
export type PromiseDimensions = { readonly promises: PromiseValues };

const numberPromise = numberer(promiseLists);

const promiseColumns = {
  instants: {
    madeUs: (row: PromiseRow) => row.madeUs,
    dueUs: (row: PromiseRow) => row.dueUs,
    settledUs: (row: PromiseRow) => row.settledUs,
  },
  integers: {
    ordinal: (row: PromiseRow) => row.ordinal,
    channel: (row: PromiseRow) => channels.indexOf(row.channel),
    by: (row: PromiseRow) => agentKinds.indexOf(row.by),
    kind: (row: PromiseRow) => promiseKinds.indexOf(row.kind),
    status: (row: PromiseRow) => promiseStatuses.indexOf(row.status),
    reception: ({ received }: PromiseRow) =>
      received === null ? 0 : receptions.indexOf(received.reception),
    receivedOn: ({ received }: PromiseRow) =>
      received === null ? 0 : 1 + channels.indexOf(received.channel),
  },
  amounts: {},
};

export type PromiseTable = ChildTable<
  keyof typeof promiseColumns.instants,
  keyof typeof promiseColumns.integers,
  never,
  PromiseDimensions
>;

export function createPromiseTable(): PromiseTable {
  return createChildTable(promiseColumns, { promises: createDimensionGroup(firstCapacity) });
}

/** Replaces a case's promises. */
export function putPromises(
  table: PromiseTable,
  names: Names,
  key: number,
  rows: readonly PromiseRow[],
): void {
  putRows(table, promiseColumns, key, rows, names);
}

/**
 * Encodes a case's promises at `asOf`.
 * @param due is called with each instant, past and future, at which a code may change
 */
export function encodePromises(
  table: PromiseTable,
  key: number,
  asOfUs: number,
  due: (instantUs: number) => void,
): void {
  const { instants, integers, dimensionGroups } = table;
  const { promises } = dimensionGroups;
  const first = table.first[key] ?? 0;
  const end = first + (table.count[key] ?? 0);
  for (let place = first; place < end; place += 1) {
    const dueUs = finite(instants.dueUs[place]);
    const settledUs = finite(instants.settledUs[place]);
    due(dueUs ?? Infinity);
    due(settledUs ?? Infinity);
    const status = promiseStatuses[integers.status[place] ?? 0] ?? "open";
    const kind = promiseKinds[integers.kind[place] ?? 0] ?? "follow-up";
    const state = promiseStateAt({ kind, status, settledUs, dueUs }, asOfUs);
    setCombination(
      promises,
      place,
      numberPromise(promises.combinations, {
        channel: integers.channel[place] ?? 0,
        by: integers.by[place] ?? 0,
        kind: integers.kind[place] ?? 0,
        state: promiseStates.indexOf(state),
        due: dueUs === null ? 0 : dueUs <= asOfUs ? 2 : 1,
        reception: integers.reception[place] ?? 0,
        receivedOn: integers.receivedOn[place] ?? 0,
      }),
    );
  }
}

function finite(instantUs: number | undefined): number | null {
  return instantUs === undefined || instantUs === Infinity ? null : instantUs;
}
