import type { CaseAttention } from "@/lib/domain/case/attention";
import { findReasons, isOpenAt, reasonKinds, type LiveClock, type Reason } from "./find-reasons";
import type { LiveCase } from "./live-case";

/**
 * Where a case stands in the order: what can be made in time, clocks that run out before the next business hours, what
 * was just missed, other reasons, long missed.
 */
export const liveSections = [
  ...(["in-time", "after-hours", "missed"] as const),
  ...(["other", "long", "quiet"] as const),
] as const;
export type LiveSection = (typeof liveSections)[number];

/** An open case, or one that needs a person, with the reasons and what people arranged. */
export type LiveItem = {
  readonly live: LiveCase;
  /** The first decides its place; none: nothing is needed now. */
  readonly reasons: readonly Reason[];
  readonly section: LiveSection;
  readonly attention: CaseAttention | null;
  /** `now`: on the list; `snoozed` and `handled`: off it until something new happens; `quiet`: without a reason. */
  readonly place: "now" | "snoozed" | "handled" | "quiet";
};

/** What was missed longer ago comes after everything else: 3 days in microseconds. */
const longLateUs = 3 * 86_400_000_000;

/**
 * The cases that need a person, and the other open ones, what can still be made in time first: clocks that run out and
 * promises due today by deadline, then clocks that run out before the next business hours, then what was missed within
 * three days, the latest first, then the other reasons in their order, the most reasons and the latest contact first;
 * last what was missed longer ago. Independent of the order given.
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
    if (reasons.length === 0 && !isOpenAt(live, clock.asOfUs)) return [];
    const section = sectionOf(reasons[0], clock.asOfUs);
    const place = placeOf(live, reasons, own, clock.nowUs);
    return [{ live, reasons, section, attention: own, place }];
  });
  return items
    .map((item) => ({ item, rank: rankOf(item) }))
    .sort((one, other) => compare(one.rank, other.rank))
    .map(({ item }) => item);
}

/** Off the list: snoozed until a time or the next contact, or handled until a reason or a contact that is newer. */
function placeOf(
  { lastContactUs }: LiveCase,
  reasons: readonly Reason[],
  attention: CaseAttention | null,
  nowUs: number,
): LiveItem["place"] {
  const here = reasons.length === 0 ? "quiet" : "now";
  if (attention === null) return here;
  const { handledUs, snoozedUntilUs, atUs } = attention;
  const isNewSince = (us: number) => lastContactUs !== null && lastContactUs > us;
  if (handledUs !== null && !isNewSince(handledUs)) {
    if (reasons.every(({ sinceUs }) => sinceUs <= handledUs)) return "handled";
  }
  const isSnoozed = snoozedUntilUs !== null && snoozedUntilUs > nowUs;
  return isSnoozed && !isNewSince(atUs) ? "snoozed" : here;
}

function sectionOf(first: Reason | undefined, asOfUs: number): LiveSection {
  if (first === undefined) return "quiet";
  if (first.kind === "sla-risk" || first.kind === "promise-due") return "in-time";
  if (first.kind === "sla-after-hours") return "after-hours";
  if (first.dueUs === null) return "other";
  return asOfUs - first.dueUs > longLateUs ? "long" : "missed";
}

type Rank = readonly (number | string)[];

function rankOf({ live, reasons, section }: LiveItem): Rank {
  const place = liveSections.indexOf(section);
  const last = [-(live.lastContactUs ?? 0), live.caseId];
  const [first] = reasons;
  if (first === undefined) return [place, ...last];
  const dueUs = first.dueUs ?? 0;
  switch (section) {
    case "in-time":
    case "after-hours":
      return [place, dueUs, ...last];
    case "other":
      return [place, reasonKinds.indexOf(first.kind), -reasons.length, ...last];
    default:
      return [place, -dueUs, ...last];
  }
}

function compare(one: Rank, other: Rank): number {
  for (let at = 0; at < one.length; at += 1) {
    const [left, right] = [one[at] ?? 0, other[at] ?? 0];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
