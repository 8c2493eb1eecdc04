import { handoffKinds } from "@/lib/domain/case/case";
import { channels } from "@/lib/domain/trace/channel";
import { agentKinds } from "@/lib/domain/trace/identity";
import type { CaseTable } from "../case-table/case-table";
import type { Integers } from "../case-table/integers";
import { factColumns, packetForms } from "../case-table/handoff-table";
import { countedFates } from "../rows/handoff-row";

const fates = countedFates.length;
const kindsOfAgent = agentKinds.length;

/** The start of each grouping in the one list of groups; 0 is all. */
export const firstPair = 1;
export const firstKind = firstPair + channels.length ** 2;
export const firstDirection = firstKind + handoffKinds.length;
export const firstForm = firstDirection + kindsOfAgent ** 2;
export const firstRelease = firstForm + packetForms.length;

/** Teams follow releases, by the number of their names. */
export function firstTeamOf(names: readonly string[]): number {
  return firstRelease + names.length;
}

/** One past the last group. */
export function groupCount(names: readonly string[]): number {
  return firstTeamOf(names) + names.length;
}

/** Fates of the facts of some handoffs. */
export type HandoffFates = {
  /** By handoff × fates + fate. */
  readonly own: Uint16Array;
  /** Of all of them, by kind × fates + fate. */
  readonly byKind: Uint32Array;
};

/** Reads the fates, column by column. @param rows of the handoffs */
export function readFates({ handoffs: { integers } }: CaseTable, rows: Uint32Array): HandoffFates {
  const columns = factColumns.flatMap((ofKind) => ofKind.map((name) => integers[name]));
  const own = new Uint16Array(rows.length * fates);
  const byKind = Uint32Array.from(columns, (column, at) =>
    addColumn(own, at % fates, column, rows),
  );
  return { own, byKind };
}

function addColumn(own: Uint16Array, fate: number, column: Integers, rows: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const count = column[rows[at] ?? 0] ?? 0;
    sum += count;
    const place = at * fates + fate;
    own[place] = (own[place] ?? 0) + count;
  }
  return sum;
}

/** A grouping of handoffs: each is in the group `first` + coarse × `times` + fine. */
type Grouping = {
  readonly first: number;
  readonly coarse: Integers | null;
  readonly times: number;
  readonly fine: Integers;
};

/** Every grouping but "all". */
export function groupingsOf({ handoffs: { integers }, names }: CaseTable): readonly Grouping[] {
  const single = { coarse: null, times: 0 };
  const { from, to, kind, fromKind, toKind, packet, release, team } = integers;
  return [
    { first: firstPair, coarse: from, times: channels.length, fine: to },
    { ...single, first: firstKind, fine: kind },
    { first: firstDirection, coarse: fromKind, times: kindsOfAgent, fine: toKind },
    { ...single, first: firstForm, fine: packet },
    { ...single, first: firstRelease, fine: release },
    { ...single, first: firstTeamOf(names.values), fine: team },
  ];
}

/** Writes the group of each handoff. */
export function readGroups(
  { first, coarse, times, fine }: Grouping,
  rows: Uint32Array,
  into: Uint32Array,
): void {
  for (let at = 0; at < rows.length; at += 1) {
    into[at] = first + (fine[rows[at] ?? 0] ?? 0);
  }
  if (coarse === null) return;
  for (let at = 0; at < rows.length; at += 1) {
    into[at] = (into[at] ?? 0) + (coarse[rows[at] ?? 0] ?? 0) * times;
  }
}
