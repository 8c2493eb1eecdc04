import type { CaseAttention } from "@/lib/domain/case/attention";
import { findReasons, reasonKinds, type LiveClock, type Reason } from "./find-reasons";
import type { LiveCase } from "./live-case";

/** A case that needs a person, with the reasons and what people arranged. */
export type LiveItem = {
  readonly live: LiveCase;
  /** At least one, the first deciding its place. */
  readonly reasons: readonly Reason[];
  readonly attention: CaseAttention | null;
  /** `now`: on the list; `snoozed` and `handled`: off it until something new happens. */
  readonly place: "now" | "snoozed" | "handled";
};

/** What was missed longer ago comes after everything else: 3 days in microseconds. */
const longLateUs = 3 * 86_400_000_000;

/**
 * The cases that need a person, what can still be made in time first: clocks that run out and promises due today by
 * deadline, then what was missed within three days, the latest first, then the other reasons in their order, the most
 * reasons and the latest contact first; last what was missed longer ago. Independent of the order given.
 * @param attention by case id
 */
export function rankLive(
  cases: readonly LiveCase[],
  attention: ReadonlyMap<string, CaseAttention>,
  clock: LiveClock,
): readonly LiveItem[] {
  const items = cases.flatMap((live): LiveItem[] => {
    const reasons = findReasons(live, clock);
    const own = attention.get(live.caseId) ?? null;
    if (reasons.length === 0) return [];
    return [{ live, reasons, attention: own, place: placeOf(live, reasons, own, clock.asOfUs) }];
  });
  return items
    .map((item) => ({ item, rank: rankOf(item, clock.asOfUs) }))
    .sort((one, other) => compare(one.rank, other.rank))
    .map(({ item }) => item);
}

/** Off the list: snoozed until a time or the next contact, or handled until a reason or a contact that is newer. */
function placeOf(
  { lastContactUs }: LiveCase,
  reasons: readonly Reason[],
  attention: CaseAttention | null,
  asOfUs: number,
): LiveItem["place"] {
  if (attention === null) return "now";
  const { handledUs, snoozedUntilUs, atUs } = attention;
  const isNewSince = (us: number) => lastContactUs !== null && lastContactUs > us;
  if (handledUs !== null && !isNewSince(handledUs)) {
    if (reasons.every(({ sinceUs }) => sinceUs <= handledUs)) return "handled";
  }
  const isSnoozed = snoozedUntilUs !== null && snoozedUntilUs > asOfUs;
  return isSnoozed && !isNewSince(atUs) ? "snoozed" : "now";
}

type Rank = readonly (number | string)[];

function rankOf({ live, reasons }: LiveItem, asOfUs: number): Rank {
  const [first] = reasons;
  const dueUs = first?.dueUs ?? null;
  const last = -(live.lastContactUs ?? 0);
  if (first === undefined) return [reasonKinds.length, 0, 0, live.caseId];
  const isDeadline = first.kind === "sla-risk" || first.kind === "promise-due";
  if (isDeadline) return [0, dueUs ?? 0, last, live.caseId];
  if (dueUs === null) return [reasonKinds.indexOf(first.kind), -reasons.length, last, live.caseId];
  const isLong = asOfUs - dueUs > longLateUs;
  return [isLong ? reasonKinds.length : 1, -dueUs, last, live.caseId];
}

function compare(one: Rank, other: Rank): number {
  for (let at = 0; at < one.length; at += 1) {
    const [left, right] = [one[at] ?? 0, other[at] ?? 0];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
