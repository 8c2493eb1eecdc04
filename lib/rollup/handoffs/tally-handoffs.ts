import { handoffKinds, type HandoffKind } from "@/lib/domain/case";
import { channels, type Channel } from "@/lib/domain/channel";
import { handoffParts, type HandoffPart } from "@/lib/domain/handoff-packet";
import { agentKinds, type AgentKind } from "@/lib/domain/identity";
import type { ClusterSums } from "@/lib/stats/clustered-share";
import { unsaid } from "../case-facets";
import type { CaseTable } from "../case-table/case-table";
import { factColumns, packetForms } from "../case-table/handoff-table";
import { countedFates, factKinds } from "../parts/handoff-row";
import { orderByCustomer } from "../case-table/customer-order";
import { createClusterTally, type ClusterTally } from "./cluster-tally";

/** What became of a fact that mattered. */
export type CountedFate = (typeof countedFates)[number];
export type FateCounts = Readonly<Record<CountedFate, number>>;

/** Some handoffs, and the facts known before them that mattered after them. */
export type HandoffGroup = {
  readonly handoffs: number;
  readonly fates: FateCounts;
  /** Facts carried of all that mattered, by customer. */
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
  /** By the release of whoever took over; "" where nobody said. */
  readonly releases: readonly (HandoffGroup & { readonly release: string })[];
  /** By the team that took over; "" where nobody said. */
  readonly teams: readonly (HandoffGroup & { readonly team: string })[];
  readonly facts: readonly {
    readonly kind: (typeof factKinds)[number];
    readonly fates: FateCounts;
  }[];
  /** What AI handed to people, by its form. */
  readonly packets: readonly PacketTally[];
  /** How many of these packets say each part. */
  readonly parts: readonly { readonly part: HandoffPart; readonly count: number }[];
};

const carried = countedFates.indexOf("carried");
const kindsOfAgent = agentKinds.length;

/** Where each way of grouping begins in one row of groups. */
const firstPair = 1;
const firstKind = firstPair + channels.length ** 2;
const firstDirection = firstKind + handoffKinds.length;
const firstForm = firstDirection + kindsOfAgent ** 2;
const firstRelease = firstForm + packetForms.length;

/** Teams follow releases: each name and that nobody gave one. */
function firstTeamOf(names: readonly string[]): number {
  return firstRelease + names.length + 1;
}

/**
 * Counts the handoffs of some cases, in one pass; how alike those of one customer are is read of some
 * customers where there are many cases.
 * @param keys of the cases
 */
export function tallyHandoffs(table: CaseTable, keys: Uint32Array): HandoffTally {
  const { handoffs, names } = table;
  const { parts } = handoffs.amounts;
  const reader = createReader(table);
  const { groups } = reader;
  const counts = new Uint32Array(groups);
  const fates = new Uint32Array(groups * countedFates.length);
  const partCounts = new Uint32Array(handoffParts.length);
  const { own, told } = reader;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const first = handoffs.first[key] ?? 0;
    const end = first + (handoffs.count[key] ?? 0);
    for (let place = first; place < end; place += 1) {
      const facts = reader.read(place);
      for (let at = 0; at < told.length; at += 1) addTo(counts, told[at] ?? 0, 1);
      for (let fate = 0; facts > 0 && fate < own.length; fate += 1) {
        const count = own[fate] ?? 0;
        if (count === 0) continue;
        for (let at = 0; at < told.length; at += 1) {
          addTo(fates, (told[at] ?? 0) * countedFates.length + fate, count);
        }
      }
      const bits = parts[place] ?? 0;
      for (let part = 0; bits !== 0 && part < partCounts.length; part += 1) {
        addTo(partCounts, part, (bits >> part) & 1);
      }
    }
  }
  const factFates = reader.factFates.slice();
  const clusters = tallyClusters(table, keys, reader);
  return {
    ...groupsOf({ counts, fates, clusters }, names.values),
    facts: factKinds.map((each, at) => ({ kind: each, fates: fatesAt(factFates, at) })),
    parts: handoffParts.map((part, at) => ({ part, count: partCounts[at] ?? 0 })),
  };
}

type HandoffReader = {
  readonly groups: number;
  /** Of the handoff that was read last: its facts by fate, and the groups that it is of. */
  readonly own: Uint32Array;
  readonly told: Uint32Array;
  /** Of all that were read, at kind × fates + fate. */
  readonly factFates: Uint32Array;
  /** @returns how many facts it has */
  readonly read: (place: number) => number;
};

function createReader({ handoffs: { amounts }, names }: CaseTable): HandoffReader {
  const { from, to, kind, fromKind, toKind, packet, release, team } = amounts;
  const count = names.values.length;
  const firstTeam = firstTeamOf(names.values);
  const factsOf = factColumns.flatMap((ofKind) => ofKind.map((column) => amounts[column]));
  const factFates = new Uint32Array(factsOf.length);
  const own = new Uint32Array(countedFates.length);
  const told = new Uint32Array(7);
  const read = (place: number) => {
    let facts = 0;
    own.fill(0);
    for (let at = 0; at < factsOf.length; at += 1) {
      const count = factsOf[at]?.[place] ?? 0;
      if (count === 0) continue;
      facts += count;
      addTo(own, at % own.length, count);
      addTo(factFates, at, count);
    }
    // What nobody named has no number.
    const [under, by] = [release[place] ?? NaN, team[place] ?? NaN];
    told[1] = firstPair + (from[place] ?? 0) * channels.length + (to[place] ?? 0);
    told[2] = firstKind + (kind[place] ?? 0);
    told[3] = firstDirection + (fromKind[place] ?? 0) * kindsOfAgent + (toKind[place] ?? 0);
    told[4] = firstForm + (packet[place] ?? 0);
    told[5] = firstRelease + (under === under ? under : count);
    told[6] = firstTeam + (by === by ? by : count);
    return facts;
  };
  return { groups: firstTeam + count + 1, own, told, factFates, read };
}

function tallyClusters(table: CaseTable, keys: Uint32Array, reader: HandoffReader): ClusterTally {
  const { handoffs, columns } = table;
  const clusters = createClusterTally(reader.groups);
  for (const key of orderByCustomer(table, keys).keys) {
    const first = handoffs.first[key] ?? 0;
    const end = first + (handoffs.count[key] ?? 0);
    clusters.startCase(columns.customer[key] ?? 0);
    for (let place = first; place < end; place += 1) {
      const facts = reader.read(place);
      for (const group of reader.told) clusters.add(group, reader.own[carried] ?? 0, facts);
    }
  }
  return clusters;
}

function addTo(counts: Uint32Array, at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by;
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

type Counted = {
  readonly counts: Uint32Array;
  readonly fates: Uint32Array;
  readonly clusters: ClusterTally;
};

function groupsOf({ counts, fates, clusters }: Counted, names: readonly string[]) {
  const group = (at: number): HandoffGroup => {
    const own = fates.subarray(at * countedFates.length, (at + 1) * countedFates.length);
    const of = own.reduce((sum, count) => sum + count, 0);
    return {
      handoffs: counts[at] ?? 0,
      fates: fatesAt(fates, at),
      kept: clusters.sumsOf(at, { hits: own[carried] ?? 0, of }),
    };
  };
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
        some({ fromKind, toKind, ...group(firstDirection + row * kindsOfAgent + column) }),
      ),
    ),
    releases: [...names, unsaid].flatMap((release, at) =>
      some({ release, ...group(firstRelease + at) }),
    ),
    teams: [...names, unsaid].flatMap((team, at) =>
      some({ team, ...group(firstTeamOf(names) + at) }),
    ),
    packets: packetForms.flatMap((form, at) =>
      form === "none" ? [] : [{ form, group: group(firstForm + at) }],
    ),
  };
}
