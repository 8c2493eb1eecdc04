import { handoffKinds } from "@/lib/domain/case/case";
import { channels } from "@/lib/domain/trace/channel";
import { handoffTopics, type HandoffTopic } from "@/lib/domain/case/handoff-packet";
import { agentKinds } from "@/lib/domain/trace/identity";
import { handoffVerdicts } from "../facets/case-facets";
import { initiators } from "../rows/contact-row";
import { countedFates, factKinds, type FactCounts, type HandoffRow } from "../rows/handoff-row";
import { createDimensionGroup, numberer, type Coded } from "./coding";
import { numberName, type Names } from "./names";
import { createPartTable, firstCapacity, reserveRows, type PartTable } from "./part-table";

export const packetForms = ["none", "nothing", "summary", "whole exchange"] as const;

/** From whom to whom. */
const handoffLists = {
  kind: handoffKinds,
  from: channels,
  to: channels,
  fromKind: agentKinds,
  toKind: agentKinds,
  initiator: initiators,
} as const;

/** What went along. */
const contextLists = {
  /** Whether the customer was asked again, where evaluators can tell. */
  verdict: handoffVerdicts,
  /** What became of the facts that mattered after it; `none` where none did. */
  facts: ["none", "carried", "broken"],
  /** What AI handed to the person who took over; `none` at every other handoff. */
  packet: packetForms,
  /** Whether that had every part there is. */
  isComplete: [false, true],
} as const;

export type HandoffStanding = Coded<typeof handoffLists>;
export type ContextStanding = Coded<typeof contextLists>;

/** What metrics ask of a handoff. */
export type HandoffDimensions = {
  readonly handoffs: HandoffStanding;
  readonly contexts: ContextStanding;
};

const numberHandoff = numberer(handoffLists);
const numberContext = numberer(contextLists);

/** How many facts of a kind fared how: "detail carried". */
export type FactColumn = `${(typeof factKinds)[number]} ${(typeof countedFates)[number]}`;

/** By kind and fate, in the orders of their lists. */
export const factColumns: readonly (readonly FactColumn[])[] = factKinds.map((kind) =>
  countedFates.map((fate): FactColumn => `${kind} ${fate}`),
);

const instantNames = ["atUs"] as const;
/**
 * The gap is seconds; `parts` has a bit for each part of a packet. Of the facts known before a handoff that
 * mattered after it, `carried` were used and `broken` were not: asked again, contradicted or lost. What the
 * customer said again unasked is in neither, as context_retention has it.
 */
const amountNames = [
  ...(["ordinal", "kind", "from", "to", "fromKind", "toKind", "initiator"] as const),
  ...(["gap", "verdict", "packet", "parts", "release", "team", "carried", "broken"] as const),
  ...factColumns.flat(),
];

export type HandoffTable = PartTable<
  (typeof instantNames)[number],
  (typeof amountNames)[number],
  HandoffDimensions
>;

export function createHandoffTable(): HandoffTable {
  return createPartTable(instantNames, amountNames, {
    handoffs: createDimensionGroup(firstCapacity),
    contexts: createDimensionGroup(firstCapacity),
  });
}

/** Writes a case's handoffs in place of those it had. */
export function putHandoffs(
  table: HandoffTable,
  names: Names,
  key: number,
  rows: readonly HandoffRow[],
): void {
  const first = reserveRows(table, key, rows.length);
  const { instants, amounts } = table;
  rows.forEach((row, index) => {
    const place = first + index;
    instants.atUs[place] = row.atUs;
    amounts.ordinal[place] = row.ordinal;
    amounts.kind[place] = handoffKinds.indexOf(row.kind);
    amounts.from[place] = channels.indexOf(row.from);
    amounts.to[place] = channels.indexOf(row.to);
    amounts.fromKind[place] = agentKinds.indexOf(row.fromKind);
    amounts.toKind[place] = agentKinds.indexOf(row.toKind);
    amounts.initiator[place] = initiators.indexOf(row.initiator);
    amounts.gap[place] = row.gapUs / 1_000_000;
    amounts.verdict[place] = handoffVerdicts.indexOf(row.verdict);
    amounts.packet[place] = row.packet === null ? 0 : packetForms.indexOf(row.packet.form);
    amounts.parts[place] = bitsOf(row.packet?.parts ?? []);
    amounts.release[place] = numberName(names, row.release);
    amounts.team[place] = numberName(names, row.team);
    putFacts(table, place, row.facts);
    encodeHandoff(table, place);
  });
}

function putFacts({ amounts }: HandoffTable, place: number, facts: FactCounts): void {
  let [carried, broken] = [0, 0];
  factColumns.forEach((ofKind, kind) => {
    ofKind.forEach((column, fate) => {
      const count = facts[kind]?.[fate] ?? 0;
      amounts[column][place] = count;
      if (fate === carriedFate) carried += count;
      else if (fate !== unaskedFate) broken += count;
    });
  });
  amounts.carried[place] = carried;
  amounts.broken[place] = broken;
}

const carriedFate = countedFates.indexOf("carried");
const unaskedFate = countedFates.indexOf("said-again");

function bitsOf(parts: readonly HandoffTopic[]): number {
  return handoffTopics.reduce(
    (bits, part, position) => bits | (Number(parts.includes(part)) << position),
    0,
  );
}

const allParts = bitsOf(handoffTopics);

/** Tells how a handoff stands, which no instant changes. */
function encodeHandoff({ amounts, dimensionGroups }: HandoffTable, place: number): void {
  const { handoffs, contexts } = dimensionGroups;
  handoffs.standing[place] = numberHandoff(handoffs.standings, {
    kind: amounts.kind[place] ?? 0,
    from: amounts.from[place] ?? 0,
    to: amounts.to[place] ?? 0,
    fromKind: amounts.fromKind[place] ?? 0,
    toKind: amounts.toKind[place] ?? 0,
    initiator: amounts.initiator[place] ?? 0,
  });
  contexts.standing[place] = numberContext(contexts.standings, {
    verdict: amounts.verdict[place] ?? 0,
    facts: (amounts.broken[place] ?? 0) > 0 ? 2 : (amounts.carried[place] ?? 0) > 0 ? 1 : 0,
    packet: amounts.packet[place] ?? 0,
    isComplete: Number(amounts.parts[place] === allParts),
  });
}
