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
import { createPartTable, firstCapacity, reserveRows, type PartTable } from "./part-table";

/** What the next contact that a promise came up in knew of it; `none` where no contact followed. */
export const receptions = ["none", "not-mentioned", "known", "denied", "ignored"] as const;

const promiseLists = {
  channel: channels,
  by: agentKinds,
  kind: promiseKinds,
  state: promiseStates,
  due: ["none", "later", "past"],
  /** Whether the next contact that it came up in knew of it; `none` where no contact followed. */
  reception: receptions,
  /** That contact's channel. */
  receivedOn: ["none", ...channels],
} as const;

export type PromiseStanding = Coded<typeof promiseLists>;

/** What metrics ask of a promise, as of an instant. */
export type PromiseDimensions = { readonly promises: PromiseStanding };

const numberPromise = numberer(promiseLists);

const instantNames = ["madeUs", "dueUs", "settledUs"] as const;
const amountNames = [
  ...(["ordinal", "channel", "by", "kind", "status", "reception", "receivedOn"] as const),
] as const;

export type PromiseTable = PartTable<
  (typeof instantNames)[number],
  (typeof amountNames)[number],
  PromiseDimensions
>;

export function createPromiseTable(): PromiseTable {
  return createPartTable(instantNames, amountNames, {
    promises: createDimensionGroup(firstCapacity),
  });
}

/** Writes a case's promises in place of those it had. */
export function putPromises(table: PromiseTable, key: number, rows: readonly PromiseRow[]): void {
  const first = reserveRows(table, key, rows.length);
  const { instants, amounts } = table;
  rows.forEach((row, index) => {
    const place = first + index;
    instants.madeUs[place] = row.madeUs;
    instants.dueUs[place] = row.dueUs ?? Infinity;
    instants.settledUs[place] = row.settledUs ?? Infinity;
    amounts.ordinal[place] = row.ordinal;
    amounts.channel[place] = channels.indexOf(row.channel);
    amounts.by[place] = agentKinds.indexOf(row.by);
    amounts.kind[place] = promiseKinds.indexOf(row.kind);
    amounts.status[place] = promiseStatuses.indexOf(row.status);
    const { received } = row;
    amounts.reception[place] = received === null ? 0 : receptions.indexOf(received.reception);
    amounts.receivedOn[place] = received === null ? 0 : 1 + channels.indexOf(received.channel);
  });
}

/**
 * Tells how a case's promises stand as of an instant.
 * @param due is given each instant at which one of them may stand otherwise, past and to come
 */
export function encodePromises(
  table: PromiseTable,
  key: number,
  asOfUs: number,
  due: (instantUs: number) => void,
): void {
  const { instants, amounts, dimensionGroups } = table;
  const { promises } = dimensionGroups;
  const first = table.first[key] ?? 0;
  const end = first + (table.count[key] ?? 0);
  for (let place = first; place < end; place += 1) {
    const dueUs = finite(instants.dueUs[place]);
    const settledUs = finite(instants.settledUs[place]);
    due(dueUs ?? Infinity);
    due(settledUs ?? Infinity);
    const status = promiseStatuses[amounts.status[place] ?? 0] ?? "open";
    const state = promiseStateAt({ status, settledUs, dueUs }, asOfUs);
    setCombination(
      promises,
      place,
      numberPromise(promises.standings, {
        channel: amounts.channel[place] ?? 0,
        by: amounts.by[place] ?? 0,
        kind: amounts.kind[place] ?? 0,
        state: promiseStates.indexOf(state),
        due: dueUs === null ? 0 : dueUs <= asOfUs ? 2 : 1,
        reception: amounts.reception[place] ?? 0,
        receivedOn: amounts.receivedOn[place] ?? 0,
      }),
    );
  }
}

function finite(instantUs: number | undefined): number | null {
  return instantUs === undefined || instantUs === Infinity ? null : instantUs;
}
