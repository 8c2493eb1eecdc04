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

/** A group of handoffs, with the facts known before them that mattered after them. */
export type HandoffGroup = {
  readonly handoffs: number;
  readonly fates: FateCounts;
  /** Facts carried of all with a known fate, by customer. */
  readonly kept: ClusterSums;
};

export type PacketForm = Exclude<(typeof packetForms)[number], "none">;

export type PacketTally = {
  readonly form: PacketForm;
  readonly group: HandoffGroup;
};

export type HandoffTally = {
  readonly all: HandoffGroup;
  readonly pairs: readonly (HandoffGroup & { readonly from: Channel; readonly to: Channel })[];
  readonly kinds: readonly (HandoffGroup & { readonly kind: HandoffKind })[];
  readonly directions: readonly (HandoffGroup & {
    readonly fromKind: AgentKind;
    readonly toKind: AgentKind;
  })[];
  /** By the release of whoever took over; "" where it is unknown. */
  readonly releases: readonly (HandoffGroup & { readonly release: string })[];
  /** By the team that took over; "" where it is unknown. */
  readonly teams: readonly (HandoffGroup & { readonly team: string })[];
  readonly facts: readonly {
    readonly kind: (typeof factKinds)[number];
    readonly fates: FateCounts;
  }[];
  /** Packets from AI to people, by form. */
  readonly packets: readonly PacketTally[];
  /** Packets by topic. */
  readonly topics: readonly { readonly topic: HandoffTopic; readonly count: number }[];
};

const carried = countedFates.indexOf("carried");
const saidAgain = countedFates.indexOf("said-again");

/** Facts that count for context retention, by fate: without those that the customer repeated unasked. */
function mattered(byFate: ArrayLike<number>): number {
  let sum = 0;
  for (let fate = 0; fate < byFate.length; fate += 1) {
    if (fate !== saidAgain) sum += byFate[fate] ?? 0;
  }
  return sum;
}

/**
 * Counts the handoffs of some cases by every grouping; of many cases the clustering by customer is sampled.
 * @param keys of the cases
 */
export function tallyHandoffs(table: CaseTable, keys: Uint32Array): HandoffTally {
  const { handoffs, names } = table;
  const rows = rowsOf(handoffs, keys);
  const { own, byKind } = readFates(table, rows);
  const sums = addGroups(table, rows, own);
  return {
    ...groupsOf({ ...sums, clusters: tallyClusters(table, keys) }, names.values),
    facts: factKinds.map((each, at) => ({ kind: each, fates: fatesAt(byKind, at) })),
    topics: countTopics(handoffs.integers.topics, rows),
  };
}

function addGroups(table: CaseTable, rows: Uint32Array, own: Uint16Array): GroupSums {
  const groups = groupCount(table.names.values);
  const counts = new Uint32Array(groups);
  const fates = new Uint32Array(groups * countedFates.length);
  const group = new Uint32Array(rows.length);
  addFates(group, own, { counts, fates });
  for (const grouping of groupingsOf(table)) {
    readGroups(grouping, rows, group);
    addFates(group, own, { counts, fates });
  }
  return { counts, fates };
}

function addFates(group: Uint32Array, own: Uint16Array, { counts, fates }: GroupSums): void {
  const size = countedFates.length;
  for (let at = 0; at < group.length; at += 1) {
    const to = group[at] ?? 0;
    counts[to] = (counts[to] ?? 0) + 1;
    for (let fate = 0; fate < size; fate += 1) {
      const place = to * size + fate;
      fates[place] = (fates[place] ?? 0) + (own[at * size + fate] ?? 0);
    }
  }
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
  const { own } = readFates(table, rows);
  const group = new Uint32Array(rows.length);
  const customers = rows.map((row) => columns.customer[handoffs.caseKey[row] ?? 0] ?? 0);
  const [hits, of] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  for (let at = 0; at < rows.length; at += 1) {
    const ofRow = own.subarray(at * countedFates.length, (at + 1) * countedFates.length);
    hits[at] = ofRow[carried] ?? 0;
    of[at] = mattered(ofRow);
  }
  const add = () => {
    for (let at = 0; at < rows.length; at += 1) {
      clusters.startCase(customers[at] ?? 0);
      clusters.add(group[at] ?? 0, hits[at] ?? 0, of[at] ?? 0);
    }
  };
  add();
  for (const grouping of groupingsOf(table)) {
    readGroups(grouping, rows, group);
    add();
  }
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

/** By group, and by group × fates + fate. */
type GroupSums = { readonly counts: Uint32Array; readonly fates: Uint32Array };

function groupsOf(
  { counts, fates, clusters }: GroupSums & { readonly clusters: ClusterTally },
  names: readonly string[],
) {
  const group = (at: number): HandoffGroup => {
    const own = fates.subarray(at * countedFates.length, (at + 1) * countedFates.length);
    return {
      handoffs: counts[at] ?? 0,
      fates: fatesAt(fates, at),
      kept: clusters.sumsOf(at, { hits: own[carried] ?? 0, of: mattered(own) }),
    };
  };
  const named = [
    ...names.map((name, number) => ({ name, number })).filter(({ number }) => number !== noName),
    { name: MISSING, number: noName },
  ];
  const some = <Each extends HandoffGroup>(each: Each) => (each.handoffs === 0 ? [] : [each]);
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
    packets: packetForms.flatMap((form, at) =>
      form === "none" ? [] : [{ form, group: group(firstForm + at) }],
    ),
  };
}
