import { handoffKinds, type HandoffKind } from "@/lib/domain/case/case";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import { handoffTopics, type HandoffTopic } from "@/lib/domain/case/handoff-packet";
import { agentKinds, type AgentKind } from "@/lib/domain/trace/identity";
import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import { MISSING } from "../facets/case-facets";
import type { CaseTable } from "../case-table/case-table";
import { packetForms } from "../case-table/handoff-table";
import { countedFates, factKinds } from "../rows/handoff-row";
import { orderByCustomer } from "../select/customer-order";
import { rowsOf } from "../case-table/child-table";
import { createClusterTally, type ClusterTally } from "./cluster-tally";
import {
  firstDirection,
  firstForm,
  firstKind,
  firstPair,
  firstRelease,
  firstTeamOf,
  groupCount,
  groupingsOf,
  readFates,
  readGroups,
} from "./read-handoffs";
import { noName } from "../case-table/names";
import type { Integers } from "../case-table/integers";

/** The fates of facts that mattered. */
export type CountedFate = (typeof countedFates)[number];
export type FateCounts = Readonly<Record<CountedFate, number>>;

/** A group of handoffs, and how well they kept the facts known before them that mattered after them. */
export type ContextGroup = {
  readonly handoffs: number;
  /** Facts carried of all with a known fate, by customer. */
  readonly kept: ClusterSums;
};

/** The same with what became of those facts. */
export type HandoffGroup = ContextGroup & { readonly fates: FateCounts };

export type PacketForm = Exclude<(typeof packetForms)[number], "none">;

export type PacketTally = {
  readonly form: PacketForm;
  readonly group: HandoffGroup;
};

/** Handoffs by every grouping. */
type HandoffGroups<Group> = {
  readonly all: Group;
  readonly pairs: readonly (Group & { readonly from: Channel; readonly to: Channel })[];
  readonly kinds: readonly (Group & { readonly kind: HandoffKind })[];
  readonly directions: readonly (Group & {
    readonly fromKind: AgentKind;
    readonly toKind: AgentKind;
  })[];
  /** By the release of whoever took over; "" where it is unknown. */
  readonly releases: readonly (Group & { readonly release: string })[];
  /** By the team that took over; "" where it is unknown. */
  readonly teams: readonly (Group & { readonly team: string })[];
};

export type ContextTally = HandoffGroups<ContextGroup>;

export type HandoffTally = HandoffGroups<HandoffGroup> & {
  readonly facts: readonly {
    readonly kind: (typeof factKinds)[number];
    readonly fates: FateCounts;
  }[];
  /** Packets from AI to people, by form. */
  readonly packets: readonly PacketTally[];
  /** Packets by topic. */
  readonly topics: readonly { readonly topic: HandoffTopic; readonly count: number }[];
};

/**
 * Counts the handoffs of some cases by every grouping; of many cases the clustering by customer is sampled.
 * @param keys of the cases
 */
export function tallyHandoffs(table: CaseTable, keys: Uint32Array): HandoffTally {
  const { handoffs, names } = table;
  const rows = rowsOf(handoffs, keys);
  const { own, byKind } = readFates(table, rows);
  const fates = fatesByGroup(table, rows, own);
  const context = contextByGroup(table, keys, rows);
  const group = (at: number): HandoffGroup => ({ ...context(at), fates: fatesAt(fates, at) });
  return {
    ...groupsOf(names.values, group),
    packets: packetForms.flatMap((form, at) =>
      form === "none" ? [] : [{ form, group: group(firstForm + at) }],
    ),
    facts: factKinds.map((each, at) => ({ kind: each, fates: fatesAt(byKind, at) })),
    topics: countTopics(handoffs.integers.topics, rows),
  };
}

/** Counts only how well they kept context: a fifth of the columns. @param keys of the cases */
export function tallyContext(table: CaseTable, keys: Uint32Array): ContextTally {
  const group = contextByGroup(table, keys, rowsOf(table.handoffs, keys));
  return groupsOf(table.names.values, group);
}

/** @returns fates by group × fates + fate */
function fatesByGroup(table: CaseTable, rows: Uint32Array, own: Uint16Array): Uint32Array {
  const fates = new Uint32Array(groupCount(table.names.values) * countedFates.length);
  forEachGrouping(table, rows, (group) => addFates(group, own, fates));
  return fates;
}

function addFates(group: Uint32Array, own: Uint16Array, fates: Uint32Array): void {
  const size = countedFates.length;
  for (let at = 0; at < group.length; at += 1) {
    const to = (group[at] ?? 0) * size;
    for (let fate = 0; fate < size; fate += 1) {
      fates[to + fate] = (fates[to + fate] ?? 0) + (own[at * size + fate] ?? 0);
    }
  }
}

/** Calls with the group of each row: all are in the first, then by every grouping. */
function forEachGrouping(
  table: CaseTable,
  rows: Uint32Array,
  add: (group: Uint32Array) => void,
): void {
  const group = new Uint32Array(rows.length);
  add(group);
  for (const grouping of groupingsOf(table)) {
    readGroups(grouping, rows, group);
    add(group);
  }
}

/** By row: facts carried, and all that count for context retention, so without those that were said again unasked. */
type KeptFacts = { readonly hits: Uint32Array; readonly of: Uint32Array };

function readKept({ handoffs }: CaseTable, rows: Uint32Array): KeptFacts {
  const { carried, broken } = handoffs.integers;
  const [hits, of] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    hits[at] = carried[row] ?? 0;
    of[at] = (carried[row] ?? 0) + (broken[row] ?? 0);
  }
  return { hits, of };
}

/** @returns the group at an index */
function contextByGroup(
  table: CaseTable,
  keys: Uint32Array,
  rows: Uint32Array,
): (at: number) => ContextGroup {
  const size = groupCount(table.names.values);
  const [counts, hits, of] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  const kept = readKept(table, rows);
  forEachGrouping(table, rows, (group) => {
    for (let at = 0; at < rows.length; at += 1) {
      const to = group[at] ?? 0;
      counts[to] = (counts[to] ?? 0) + 1;
      hits[to] = (hits[to] ?? 0) + (kept.hits[at] ?? 0);
      of[to] = (of[to] ?? 0) + (kept.of[at] ?? 0);
    }
  });
  const clusters = tallyClusters(table, keys);
  return (at) => ({
    handoffs: counts[at] ?? 0,
    kept: clusters.sumsOf(at, { hits: hits[at] ?? 0, of: of[at] ?? 0 }),
  });
}

/** Counts packets by topic. @param bits by row, one per topic */
function countTopics(bits: Integers, rows: Uint32Array): HandoffTally["topics"] {
  const counts = new Uint32Array(handoffTopics.length);
  for (const row of rows) {
    const own = bits[row] ?? 0;
    for (let topic = 0; own !== 0 && topic < counts.length; topic += 1) {
      counts[topic] = (counts[topic] ?? 0) + ((own >> topic) & 1);
    }
  }
  return handoffTopics.map((topic, at) => ({ topic, count: counts[at] ?? 0 }));
}

function tallyClusters(table: CaseTable, keys: Uint32Array): ClusterTally {
  const { handoffs, columns, names } = table;
  const clusters = createClusterTally(groupCount(names.values));
  const rows = rowsOf(handoffs, orderByCustomer(table, keys).keys);
  const { hits, of } = readKept(table, rows);
  const customers = rows.map((row) => columns.customer[handoffs.caseKey[row] ?? 0] ?? 0);
  forEachGrouping(table, rows, (group) => {
    for (let at = 0; at < rows.length; at += 1) {
      clusters.startCase(customers[at] ?? 0);
      clusters.add(group[at] ?? 0, hits[at] ?? 0, of[at] ?? 0);
    }
  });
  return clusters;
}

function fatesAt(fates: Uint32Array, group: number): FateCounts {
  const at = (fate: CountedFate) =>
    fates[group * countedFates.length + countedFates.indexOf(fate)] ?? 0;
  return {
    carried: at("carried"),
    "asked-again": at("asked-again"),
    "said-again": at("said-again"),
    contradicted: at("contradicted"),
    lost: at("lost"),
  };
}

function groupsOf<Group extends ContextGroup>(
  names: readonly string[],
  group: (at: number) => Group,
): HandoffGroups<Group> {
  const named = [
    ...names.map((name, number) => ({ name, number })).filter(({ number }) => number !== noName),
    { name: MISSING, number: noName },
  ];
  const some = <Each extends ContextGroup>(each: Each) => (each.handoffs === 0 ? [] : [each]);
  return {
    all: group(0),
    pairs: channels.flatMap((from, row) =>
      channels.flatMap((to, column) =>
        some({ from, to, ...group(firstPair + row * channels.length + column) }),
      ),
    ),
    kinds: handoffKinds.flatMap((kind, at) => some({ kind, ...group(firstKind + at) })),
    directions: agentKinds.flatMap((fromKind, row) =>
      agentKinds.flatMap((toKind, column) =>
        some({ fromKind, toKind, ...group(firstDirection + row * agentKinds.length + column) }),
      ),
    ),
    releases: named.flatMap(({ name: release, number }) =>
      some({ release, ...group(firstRelease + number) }),
    ),
    teams: named.flatMap(({ name: team, number }) =>
      some({ team, ...group(firstTeamOf(names) + number) }),
    ),
  };
}
