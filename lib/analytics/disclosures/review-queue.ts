import { severityIn, type Severity } from "@/lib/domain/disclosures/severity";
import type { ReviewState } from "@/lib/domain/quality/disclosure-review";
import type { Channel } from "@/lib/domain/trace/channel";
import { dayUs } from "@/lib/stats/time/zoned-time";
import { isNotGiven } from "../facets/child-traits";
import { rowsOf } from "../case-table/child-table";
import type { DisclosureValues } from "../case-table/disclosure-table";
import type { Snapshot } from "../ask/snapshot";
import type { ChildList } from "../ask/list";
import { orderRange } from "../select/order-range";
import { childTies } from "../select/tie-order";
import { keepThose, ownerOf } from "../select/select-children";
import { nameOf, noName } from "../case-table/names";

/** Why a finding waits for a reviewer: nobody decided, or somebody asked another. */
export const waitingStates = [
  "open",
  "second_opinion",
  "escalated",
] as const satisfies readonly ReviewState[];
export type WaitingState = (typeof waitingStates)[number];

/** When a finding is due: before now, within seven days from now, or later. */
export const dueStates = ["overdue", "soon", "later"] as const;
export type DueState = (typeof dueStates)[number];

const soonUs = 7 * dayUs;

/** What of the queue is listed; null: any. */
export type QueueChoice = {
  readonly state: WaitingState | null;
  readonly rule: string | null;
  readonly severity: Severity | null;
  readonly due: DueState | null;
  /** Public id of who asked for a second opinion or escalated. */
  readonly asker: string | null;
};

export type QueueFilter = QueueChoice & {
  /** Public id of the reviewer: what they asked others about does not wait for them. */
  readonly viewer: string;
  /** When a finding of a rule is due whose contact began at an instant. */
  readonly dueUs: (rule: string, state: WaitingState, atUs: number) => number;
  readonly on: Channel | null;
};

/** Findings of the queue that have the same of everything that it can be filtered by, and how many they are. */
export type QueueGroup = {
  readonly state: WaitingState;
  readonly rule: string;
  readonly severity: Severity;
  readonly due: DueState;
  /** Null: nobody asked. */
  readonly asker: string | null;
  readonly count: number;
};

/** What waits for a reviewer, the first due first. */
export type ReviewQueue = ChildList & {
  /** Of everything that waits on the channel, whatever else the filter names. */
  readonly groups: readonly QueueGroup[];
};

/**
 * Lists the findings that wait for a reviewer: those not given as required that nobody decided on, and those that
 * somebody else asked about.
 */
export function listReviewQueue(
  { table, selection }: Pick<Snapshot, "table" | "selection">,
  filter: QueueFilter,
): ReviewQueue {
  const { disclosures, names, asOfUs, severities } = table;
  const { codes, combinations } = disclosures.dimensionGroups.disclosures;
  const { reviewer } = disclosures.integers;
  const { atUs } = disclosures.instants;
  const states = combinations.values.map((values) => waitingOf(values, filter.on));
  const viewer = names.ids.get(filter.viewer);
  const groups = new Map<
    number,
    { readonly group: QueueGroup; isListed: boolean; count: number }
  >();
  const isLeft = Uint8Array.from(states, (state) => Number(state !== null));
  const waiting = keepThose(rowsOf(disclosures, selection().keys), { codes, isLeft });
  const duesUs = new Float64Array(waiting.length);
  let listed = 0;
  for (let index = 0; index < waiting.length; index += 1) {
    const place = waiting[index] ?? 0;
    const code = codes[place] ?? 0;
    const state = states[code] ?? null;
    if (state === null) continue;
    const asker = state === "open" ? noName : (reviewer[place] ?? noName);
    if (viewer !== undefined && asker === viewer) continue;
    const { rule = "" } = combinations.values[code] ?? {};
    const dueUs = filter.dueUs(rule, state, atUs[place] ?? 0);
    const due = dueUs < asOfUs ? 0 : dueUs < asOfUs + soonUs ? 1 : 2;
    const key = (code * dueStates.length + due) * names.values.length + asker;
    let known = groups.get(key);
    if (known === undefined) {
      const group = {
        ...{ state, rule, severity: severityIn(severities, rule), count: 0 },
        due: dueStates[due],
        asker: nameOf(names, asker),
      };
      known = { group, isListed: isChosen(group, filter), count: 0 };
      groups.set(key, known);
    }
    known.count += 1;
    if (!known.isListed) continue;
    // Never after the read position.
    waiting[listed] = place;
    duesUs[listed] = dueUs;
    listed += 1;
  }
  const places = waiting.subarray(0, listed);
  const dues = duesUs.subarray(0, listed);
  return {
    total: listed,
    groups: [...groups.values()].map(({ group, count }) => ({ ...group, count })),
    owners: (from, to) =>
      Array.from(
        orderRange(places, dues, from, to, { ties: childTies(table, disclosures) }),
        (place) => ownerOf(disclosures, place),
      ),
  };
}

/** How many findings of some groups a choice leaves. */
export function countQueue(groups: readonly QueueGroup[], choice: QueueChoice): number {
  return groups
    .filter((group) => isChosen(group, choice))
    .reduce((sum, { count }) => sum + count, 0);
}

function isChosen(group: QueueGroup, { state, rule, severity, due, asker }: QueueChoice): boolean {
  return (
    (state ?? group.state) === group.state &&
    (rule ?? group.rule) === group.rule &&
    (severity ?? group.severity) === group.severity &&
    (due ?? group.due) === group.due &&
    (asker ?? group.asker) === group.asker
  );
}

function waitingOf(
  { channel, status, review }: DisclosureValues,
  on: Channel | null,
): WaitingState | null {
  if ((on ?? channel) !== channel) return null;
  const state = waitingStates.find((each) => each === review) ?? null;
  return state === "open" && !isNotGiven(status) ? null : state;
}
