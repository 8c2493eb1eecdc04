import {
  promiseKinds,
  promiseStateAt,
  promiseStates,
  promiseStatuses,
} from "@/lib/domain/case/case-promise";
import { handoffKinds } from "@/lib/domain/case/case";
import { requiredStatuses } from "@/lib/domain/case/case-disclosure";
import { handoffTopics } from "@/lib/domain/case/handoff-packet";
import { personalPlaces, piiKinds } from "@/lib/domain/privacy/personal-values";
import { reviewStates } from "@/lib/domain/quality/disclosure-review";
import { channels } from "@/lib/domain/trace/channel";
import { agentKinds } from "@/lib/domain/trace/identity";
import { addressName } from "../case-table/address-name";
import { packetForms } from "../case-table/handoff-table";
import { receptions } from "../case-table/promise-table";
import { agentsValues, handoffVerdicts, MISSING } from "../facets/case-facets";
import { initiators } from "../rows/contact-row";
import type { DisclosureRow } from "../rows/disclosure-row";
import { likeness } from "../rows/disclosure-row";
import { countedFates, factKinds, type FactCounts, type HandoffRow } from "../rows/handoff-row";
import type { PiiRow } from "../rows/pii-row";
import type { PromiseRow } from "../rows/promise-row";
import { boolean, defineTable, integer, microseconds, position, text, type Column } from "./table";

/** A row of a case's children, at its position among them, from 0. */
export type ChildAt<Row> = { readonly key: number; readonly index: number; readonly row: Row };

export function childrenOf<Row>(key: number, rows: readonly Row[]): readonly ChildAt<Row>[] {
  return rows.map((row, index) => ({ key, index, row }));
}

const place = {
  case_key: integer(({ key }: ChildAt<unknown>) => key),
  index: integer(({ index }: ChildAt<unknown>) => index),
};

const named = (name: string | null) => (name === null ? null : addressName(name));

const carried = ["carried"] as const;
const broken = ["asked-again", "contradicted", "lost"] as const;
const repeated = ["said-again"] as const;

/** One row per handoff. */
export const handoffsTable = defineTable<ChildAt<HandoffRow>>("handoffs", {
  ...place,
  ordinal: integer(({ row }) => row.ordinal),
  at_us: microseconds(({ row }) => row.atUs),
  gap_us: microseconds(({ row }) => row.gapUs),
  kind: position(({ row }) => handoffKinds.indexOf(row.kind)),
  from_channel: position(({ row }) => channels.indexOf(row.from)),
  to_channel: position(({ row }) => channels.indexOf(row.to)),
  from_kind: position(({ row }) => agentKinds.indexOf(row.fromKind)),
  to_kind: position(({ row }) => agentKinds.indexOf(row.toKind)),
  initiator: position(({ row }) => initiators.indexOf(row.initiator)),
  verdict: position(({ row }) => handoffVerdicts.indexOf(row.verdict)),
  packet: position(({ row: { packet } }) =>
    packet === null ? 0 : packetForms.indexOf(packet.form),
  ),
  /** A bit per topic that the packet has. */
  topics: integer(({ row: { packet } }) =>
    handoffTopics.reduce(
      (bits, topic, at) => bits | (Number(packet?.parts.includes(topic) === true) << at),
      0,
    ),
  ),
  release: text(({ row }) => named(row.release)),
  team: text(({ row }) => named(row.team)),
  /** Facts known before it that mattered after it, by what became of them. */
  carried: integer(({ row }) => countFacts(row.facts, carried)),
  broken: integer(({ row }) => countFacts(row.facts, broken)),
  repeated: integer(({ row }) => countFacts(row.facts, repeated)),
  ...factColumns(),
});

function countFacts(facts: FactCounts, fates: readonly (typeof countedFates)[number][]): number {
  let sum = 0;
  for (const ofKind of facts) {
    for (const fate of fates) sum += ofKind[countedFates.indexOf(fate)] ?? 0;
  }
  return sum;
}

/** "detail_carried". */
function factColumns(): Readonly<Record<string, Column<ChildAt<HandoffRow>>>> {
  const columns = factKinds.flatMap((kind, ofKind) =>
    countedFates.map((fate, ofFate) => [
      `${kind}_${fate.replaceAll("-", "_")}`,
      integer(({ row }: ChildAt<HandoffRow>) => row.facts[ofKind]?.[ofFate] ?? 0),
    ]),
  );
  return Object.fromEntries(columns) as Record<string, Column<ChildAt<HandoffRow>>>;
}

/** One row per promise. */
export const promisesTable = defineTable<ChildAt<PromiseRow>>("promises", {
  ...place,
  ordinal: integer(({ row }) => row.ordinal),
  made_us: microseconds(({ row }) => row.madeUs),
  due_us: microseconds(({ row }) => row.dueUs),
  settled_us: microseconds(({ row }) => row.settledUs),
  channel: position(({ row }) => channels.indexOf(row.channel)),
  by_kind: position(({ row }) => agentKinds.indexOf(row.by)),
  kind: position(({ row }) => promiseKinds.indexOf(row.kind)),
  status: position(({ row }) => promiseStatuses.indexOf(row.status)),
  /** Its state once it is settled, and the one after its due time while it is not. */
  settled_state: position(({ row: { kind, status } }) =>
    promiseStates.indexOf(promiseStateAt({ kind, status, settledUs: 0, dueUs: null }, 0)),
  ),
  late_state: position(({ row: { kind } }) =>
    promiseStates.indexOf(promiseStateAt({ kind, status: "open", settledUs: null, dueUs: 0 }, 0)),
  ),
  reception: position(({ row: { received } }) =>
    received === null ? 0 : receptions.indexOf(received.reception),
  ),
  received_on: position(({ row: { received } }) =>
    received === null ? 0 : 1 + channels.indexOf(received.channel),
  ),
});

/** One row per disclosure rule and contact. */
export const disclosuresTable = defineTable<ChildAt<DisclosureRow>>("disclosures", {
  ...place,
  ordinal: integer(({ row }) => row.ordinal),
  interaction: integer(({ row }) => row.interaction),
  at_us: microseconds(({ row }) => row.atUs),
  rule: text(({ row }) => row.rule),
  channel: position(({ row }) => channels.indexOf(row.channel)),
  status: position(({ row }) => requiredStatuses.indexOf(row.status)),
  agents: position(({ row }) => agentsValues.indexOf(row.agents)),
  review: position(({ row }) => reviewStates.indexOf(row.review)),
  release: text(({ row }) => named(row.release)),
  reviewer: text(({ row }) => named(row.reviewer)),
  likeness: text(({ row }) => likeness(row)),
});

/** One row per personal value. */
export const piiTable = defineTable<ChildAt<PiiRow>>("pii", {
  ...place,
  ordinal: integer(({ row }) => row.ordinal),
  at_us: microseconds(({ row }) => row.atUs),
  is_leaked: boolean(({ row }) => row.isLeaked),
  type: position(({ row }) => piiKinds.indexOf(row.type ?? "unnamed")),
  place: position(({ row }) => personalPlaces.indexOf(row.place)),
  channel: position(({ row }) => channels.indexOf(row.channel)),
  is_spans_first: boolean(({ row }) => row.isSpansFirst),
  /** The tool or attribute. */
  source: text(({ row }) => (row.source === null ? MISSING : addressName(row.source))),
  release: text(({ row }) => named(row.release)),
});
