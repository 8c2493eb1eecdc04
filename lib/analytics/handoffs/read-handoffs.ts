import { handoffKinds } from "@/lib/domain/case/case";
import { channels } from "@/lib/domain/trace/channel";
import { agentKinds } from "@/lib/domain/trace/identity";
import type { CaseTable } from "../case-table/case-table";
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

/** Teams follow releases: each name, and "unknown". */
export function firstTeamOf(names: readonly string[]): number {
  return firstRelease + names.length + 1;
}

/** One past the last group. */
export function groupCount(names: readonly string[]): number {
  return firstTeamOf(names) + names.length + 1;
}

/** Fates of the facts of some handoffs. */
export type HandoffFates = {
  /** By handoff × fates + fate. */
  readonly own: Uint16Array;
  /** Of all of them, by kind × fates + fate. */
  readonly byKind: Uint32Array;
};

/** Reads the fates, column by column. @param rows of the handoffs */
export function readFates({ handoffs: { amounts } }: CaseTable, rows: Uint32Array): HandoffFates {
  const columns = factColumns.flatMap((ofKind) => ofKind.map((name) => amounts[name]));
  const own = new Uint16Array(rows.length * fates);
  const byKind = Uint32Array.from(columns, (column, at) =>
    addColumn(own, at % fates, column, rows),
  );
  return { own, byKind };
}

function addColumn(
  own: Uint16Array,
  fate: number,
  column: Float32Array,
  rows: Uint32Array,
): number {
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
  readonly coarse: Float32Array | null;
  readonly times: number;
  readonly fine: Float32Array;
  /** In place of an unknown `fine`. */
  readonly unnamed: number;
};

/** Every grouping but "all". */
export function groupingsOf({ handoffs: { amounts }, names }: CaseTable): readonly Grouping[] {
  const unnamed = names.values.length;
  const single = { coarse: null, times: 0, unnamed };
  const { from, to, kind, fromKind, toKind, packet, release, team } = amounts;
  return [
    { first: firstPair, coarse: from, times: channels.length, fine: to, unnamed },
    { ...single, first: firstKind, fine: kind },
    { first: firstDirection, coarse: fromKind, times: kindsOfAgent, fine: toKind, unnamed },
    { ...single, first: firstForm, fine: packet },
    { ...single, first: firstRelease, fine: release },
    { ...single, first: firstTeamOf(names.values), fine: team },
  ];
}

/** Writes the group of each handoff. */
export function readGroups(
  { first, coarse, times, fine, unnamed }: Grouping,
  rows: Uint32Array,
  into: Uint32Array,
): void {
  for (let at = 0; at < rows.length; at += 1) {
    const own = fine[rows[at] ?? 0] ?? NaN;
    into[at] = first + (own === own ? own : unnamed);
  }
  if (coarse === null) return;
  for (let at = 0; at < rows.length; at += 1) {
    into[at] = (into[at] ?? 0) + (coarse[rows[at] ?? 0] ?? 0) * times;
  }
}
