import { handoffKinds } from "@/lib/domain/case/case";
import { channels } from "@/lib/domain/trace/channel";
import { handoffTopics, type HandoffTopic } from "@/lib/domain/case/handoff-packet";
import { agentKinds } from "@/lib/domain/trace/identity";
import { handoffVerdicts } from "../facets/case-facets";
import { initiators } from "../rows/contact-row";
import { failedFates } from "@/lib/domain/case/handoff-facts";
import { countedFates, factKinds, type FactCounts, type HandoffRow } from "../rows/handoff-row";
import { createDimensionGroup, numberer, type Coded } from "./coding";
import { numberName, type Names } from "./names";
import { createChildTable, firstCapacity, putRows, type ChildTable } from "./child-table";

export const packetForms = ["none", "nothing", "summary", "whole exchange"] as const;

/** The kinds of agent on both ends. */
export const handoffLists = {
  kind: handoffKinds,
  from: channels,
  to: channels,
  fromKind: agentKinds,
  toKind: agentKinds,
  initiator: initiators,
} as const;

/** The state of the context. */
export const contextLists = {
  /** What the customer had to repeat; `unknown` without a score. */
  verdict: handoffVerdicts,
  /** The fate of the facts that mattered after it: `repeated` where the customer said others again unasked. */
  facts: ["none", "carried", "repeated", "broken"],
  /** The packet from AI to the person who took over; `none` at every other handoff. */
  packet: packetForms,
  /** Whether the packet had every topic. */
  isComplete: [false, true],
} as const;

export type HandoffValues = Coded<typeof handoffLists>;
export type ContextValues = Coded<typeof contextLists>;

/** Dimension values of a handoff. */
export type HandoffDimensions = {
  readonly handoffs: HandoffValues;
  readonly contexts: ContextValues;
};

const numberHandoff = numberer(handoffLists);
const numberContext = numberer(contextLists);

/** Counts of facts by kind and fate: "detail carried". */
export type FactColumn = `${(typeof factKinds)[number]} ${(typeof countedFates)[number]}`;

/** By kind and fate, in the orders of their lists. */
export const factColumns: readonly (readonly FactColumn[])[] = factKinds.map((kind) =>
  countedFates.map((fate): FactColumn => `${kind} ${fate}`),
);

/**
 * The gap is seconds; `topics` has a bit per topic of a packet. Of the facts known before a handoff that mattered after
 * it, `carried` were used and `broken` were asked again, contradicted or lost. What the customer repeated unasked is
 * in neither, as in context_retention.
 */
const handoffColumns = {
  instants: { atUs: (row: HandoffRow) => row.atUs },
  integers: {
    ordinal: (row: HandoffRow) => row.ordinal,
    kind: (row: HandoffRow) => handoffKinds.indexOf(row.kind),
    from: (row: HandoffRow) => channels.indexOf(row.from),
    to: (row: HandoffRow) => channels.indexOf(row.to),
    fromKind: (row: HandoffRow) => agentKinds.indexOf(row.fromKind),
    toKind: (row: HandoffRow) => agentKinds.indexOf(row.toKind),
    initiator: (row: HandoffRow) => initiators.indexOf(row.initiator),
    verdict: (row: HandoffRow) => handoffVerdicts.indexOf(row.verdict),
    packet: ({ packet }: HandoffRow) => (packet === null ? 0 : packetForms.indexOf(packet.form)),
    topics: ({ packet }: HandoffRow) => bitsOf(packet?.parts ?? []),
    release: (row: HandoffRow, names: Names) => numberName(names, row.release),
    team: (row: HandoffRow, names: Names) => numberName(names, row.team),
    carried: ({ facts }: HandoffRow) => countFacts(facts, carriedFates),
    broken: ({ facts }: HandoffRow) => countFacts(facts, brokenFates),
    repeated: ({ facts }: HandoffRow) => countFacts(facts, repeatedFates),
    ...factCounts(),
  },
  amounts: { gap: (row: HandoffRow) => row.gapUs / 1_000_000 },
};

function factCounts() {
  const columns = factColumns.flatMap((ofKind, kind) =>
    ofKind.map(
      (name, fate) => [name, ({ facts }: HandoffRow) => facts[kind]?.[fate] ?? 0] as const,
    ),
  );
  // `Object.fromEntries` loses the type of the names.
  return Object.fromEntries(columns) as Record<FactColumn, (row: HandoffRow) => number>;
}

const carriedFates = new Set([countedFates.indexOf("carried")]);
const brokenFates = new Set(failedFates.map((fate) => countedFates.indexOf(fate)));

const repeatedFates = new Set([countedFates.indexOf("said-again")]);

/** Facts of all kinds with one of some fates, by index. */
function countFacts(facts: FactCounts, fates: ReadonlySet<number>): number {
  let sum = 0;
  for (const ofKind of facts) {
    for (const fate of fates) sum += ofKind[fate] ?? 0;
  }
  return sum;
}

function bitsOf(topics: readonly HandoffTopic[]): number {
  return handoffTopics.reduce(
    (bits, topic, position) => bits | (Number(topics.includes(topic)) << position),
    0,
  );
}

export type HandoffTable = ChildTable<
  keyof typeof handoffColumns.instants,
  keyof typeof handoffColumns.integers,
  keyof typeof handoffColumns.amounts,
  HandoffDimensions
>;

export function createHandoffTable(): HandoffTable {
  return createChildTable(handoffColumns, {
    handoffs: createDimensionGroup(firstCapacity),
    contexts: createDimensionGroup(firstCapacity),
  });
}

/** Replaces a case's handoffs. */
export function putHandoffs(
  table: HandoffTable,
  names: Names,
  key: number,
  rows: readonly HandoffRow[],
): void {
  const first = putRows(table, handoffColumns, key, rows, names);
  rows.forEach((_row, index) => encodeHandoff(table, first + index));
}

const allTopics = bitsOf(handoffTopics);

function fateOfFacts(
  { broken, carried, repeated }: HandoffTable["integers"],
  place: number,
): number {
  if ((broken[place] ?? 0) > 0) return contextLists.facts.indexOf("broken");
  if ((carried[place] ?? 0) === 0) return contextLists.facts.indexOf("none");
  return contextLists.facts.indexOf((repeated[place] ?? 0) > 0 ? "repeated" : "carried");
}

/** Encodes a handoff's dimensions, none of which depends on `asOf`. */
function encodeHandoff({ integers, dimensionGroups }: HandoffTable, place: number): void {
  const { handoffs, contexts } = dimensionGroups;
  handoffs.codes[place] = numberHandoff(handoffs.combinations, {
    kind: integers.kind[place] ?? 0,
    from: integers.from[place] ?? 0,
    to: integers.to[place] ?? 0,
    fromKind: integers.fromKind[place] ?? 0,
    toKind: integers.toKind[place] ?? 0,
    initiator: integers.initiator[place] ?? 0,
  });
  contexts.codes[place] = numberContext(contexts.combinations, {
    verdict: integers.verdict[place] ?? 0,
    facts: fateOfFacts(integers, place),
    packet: integers.packet[place] ?? 0,
    isComplete: Number(integers.topics[place] === allTopics),
  });
}
