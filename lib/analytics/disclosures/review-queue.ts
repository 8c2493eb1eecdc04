import type { ReviewState } from "@/lib/domain/quality/disclosure-review";
import type { Channel } from "@/lib/domain/trace/channel";
import { isNotGiven } from "../facets/child-traits";
import { rowsOf } from "../case-table/child-table";
import type { DisclosureValues } from "../case-table/disclosure-table";
import type { Snapshot } from "../ask/snapshot";
import type { ChildList } from "../ask/list";
import { inOrder, ownerOf } from "../select/select-children";

/** Why a finding waits for a reviewer: nobody decided, or somebody asked another. */
export const waitingStates = [
  "open",
  "second_opinion",
  "escalated",
] as const satisfies readonly ReviewState[];
export type WaitingState = (typeof waitingStates)[number];

export type QueueFilter = {
  /** Public id of the reviewer: what they asked others about does not wait for them. */
  readonly viewer: string;
  /** When a finding of a rule is due, microseconds after its contact began. */
  readonly dueAfterUs: (rule: string, state: WaitingState) => number;
  /** Null: any. */
  readonly state: WaitingState | null;
  readonly rule: string | null;
  readonly on: Channel | null;
};

/** What waits for a reviewer, the first due first. */
export type ReviewQueue = ChildList & {
  /** By state, whatever state the filter names. */
  readonly counts: Readonly<Record<WaitingState, number>>;
  /** Of the listed ones, due before now. */
  readonly overdue: number;
};

/**
 * Lists the findings that wait for a reviewer: those not given as required that nobody decided on, and those that
 * somebody else asked about.
 */
export function listReviewQueue(
  { table, selection }: Pick<Snapshot, "table" | "selection">,
  filter: QueueFilter,
): ReviewQueue {
  const { disclosures, names, asOfUs } = table;
  const { codes, combinations } = disclosures.dimensionGroups.disclosures;
  const { reviewer } = disclosures.amounts;
  const { atUs } = disclosures.instants;
  const kinds = combinations.values.map((values) => waitingOf(values, filter));
  const viewer = names.ids.get(filter.viewer);
  const counts = { open: 0, second_opinion: 0, escalated: 0 };
  const all = rowsOf(disclosures, selection().keys);
  const dueUs = new Float64Array(all.length);
  let [listed, overdue] = [0, 0];
  for (const place of all) {
    const kind = kinds[codes[place] ?? 0] ?? null;
    if (kind === null) continue;
    if (kind.state !== "open" && viewer !== undefined && reviewer[place] === viewer) continue;
    counts[kind.state] += 1;
    if (filter.state !== null && kind.state !== filter.state) continue;
    const due = (atUs[place] ?? 0) + kind.afterUs;
    all[listed] = place;
    dueUs[listed] = due;
    listed += 1;
    if (due < asOfUs) overdue += 1;
  }
  const places = all.subarray(0, listed);
  const dues = dueUs.subarray(0, listed);
  return {
    ...{ total: listed, counts, overdue },
    owners: (from, to) =>
      Array.from(inOrder(places, dues, from, to), (place) => ownerOf(disclosures, place)),
  };
}

function waitingOf(
  { rule, channel, status, review }: DisclosureValues,
  { dueAfterUs, rule: wanted, on }: QueueFilter,
): { readonly state: WaitingState; readonly afterUs: number } | null {
  if ((wanted ?? rule) !== rule || (on ?? channel) !== channel) return null;
  const state = waitingStates.find((each) => each === review) ?? null;
  if (state === null || (state === "open" && !isNotGiven(status))) return null;
  return { state, afterUs: dueAfterUs(rule, state) };
}
