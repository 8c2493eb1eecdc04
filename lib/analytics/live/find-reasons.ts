import { promiseStateAt } from "@/lib/domain/case/case-promise";
import { slaStateAt } from "@/lib/domain/case/sla-state";
import type { LiveCase, LivePromise } from "./live-case";

/** Why a case needs a person, in the order in which they come first; `sla-after-hours`: no business hours are left. */
export const reasonKinds = [
  "sla-risk",
  "promise-due",
  "sla-after-hours",
  "sla-overdue",
  "promise-overdue",
  "third-contact",
  "failed-handoff",
  "false-success",
  "upset",
  "waiting",
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

export type Reason = {
  readonly kind: ReasonKind;
  /** Since when it holds, microseconds since 1970: what was arranged before does not cover it. */
  readonly sinceUs: number;
  /** Its deadline, microseconds since 1970; null: it has none. */
  readonly dueUs: number | null;
  /** The promise that it is about. */
  readonly promise?: LivePromise;
};

/** The instant and the day of a list of reasons. */
export type LiveClock = {
  /** As of which cases are shown: now, or the end of the data. */
  readonly asOfUs: number;
  /** Now, by which snoozes end. */
  readonly nowUs: number;
  /** The day's beginning and end in the display zone, microseconds since 1970. */
  readonly dayStartUs: number;
  readonly dayEndUs: number;
  /** Promises due until then count as due now: the end of the day, and two hours ahead at least. */
  readonly dueUntilUs: number;
  /** The earliest deadline of a clock that business hours are left for, see `workableFromUs`. */
  readonly workableUs: number;
};

/** Contacts, handoffs and words of a longer time ago need nobody now: 7 days in microseconds. */
const recentUs = 7 * 86_400_000_000;
/** The contact from which a case counts as dragging on. */
const contactsMin = 3;

/** Whether a case is open at an instant: not ended, or reopened since. */
export function isOpenAt(
  { endedUs, reopenedUs }: Pick<LiveCase, "endedUs" | "reopenedUs">,
  asOfUs: number,
): boolean {
  return endedUs === null || endedUs > asOfUs || (reopenedUs !== null && reopenedUs <= asOfUs);
}

/** The reasons why a case needs a person at an instant, the first one deciding its place. */
export function findReasons(live: LiveCase, clock: LiveClock): readonly Reason[] {
  const { asOfUs } = clock;
  const isOpen = isOpenAt(live, asOfUs);
  const reasons = [
    ...(isOpen ? slaReasons(live, clock) : []),
    ...live.promises.flatMap((promise) => promiseReason(promise, clock)),
    ...contactReasons(live, isOpen, asOfUs),
  ];
  return reasons.sort(
    (one, other) => rankOf(one.kind) - rankOf(other.kind) || (one.dueUs ?? 0) - (other.dueUs ?? 0),
  );
}

function rankOf(kind: ReasonKind): number {
  return reasonKinds.indexOf(kind);
}

function slaReasons(
  live: LiveCase,
  { asOfUs, workableUs }: Pick<LiveClock, "asOfUs" | "workableUs">,
): readonly Reason[] {
  const { slaDueUs: dueUs, slaRiskUs } = live;
  const state = slaStateAt(live, asOfUs);
  if (dueUs === null || (state !== "risk" && state !== "overdue")) return [];
  if (state === "overdue") return [{ kind: "sla-overdue", sinceUs: dueUs, dueUs }];
  const kind = dueUs < workableUs ? "sla-after-hours" : "sla-risk";
  return [{ kind, sinceUs: slaRiskUs ?? asOfUs, dueUs }];
}

function promiseReason(promise: LivePromise, clock: LiveClock): readonly Reason[] {
  const { dueUs, madeUs } = promise;
  const state = promiseStateAt(promise, clock.asOfUs);
  if (dueUs === null || madeUs > clock.asOfUs) return [];
  if (state === "overdue") return [{ kind: "promise-overdue", sinceUs: dueUs, dueUs, promise }];
  if (state !== "open" || dueUs > clock.dueUntilUs) return [];
  return [{ kind: "promise-due", sinceUs: Math.max(madeUs, clock.dayStartUs), dueUs, promise }];
}

function contactReasons(live: LiveCase, isOpen: boolean, asOfUs: number): readonly Reason[] {
  const { lastContactUs, touchpoints, failedHandoffUs, falseSuccessUs, upsetUs, waitingUs } = live;
  const isRecent = (us: number | null): us is number =>
    us !== null && us <= asOfUs && asOfUs - us < recentUs;
  const found = (kind: ReasonKind, us: number | null): readonly Reason[] =>
    isRecent(us) ? [{ kind, sinceUs: us, dueUs: null }] : [];
  // A case that was closed on a false success needs somebody all the same.
  if (!isOpen) return found("false-success", falseSuccessUs);
  return [
    ...(touchpoints >= contactsMin ? found("third-contact", lastContactUs) : []),
    ...found("failed-handoff", failedHandoffUs),
    ...found("false-success", falseSuccessUs),
    ...found("upset", upsetUs),
    ...found("waiting", waitingUs),
  ];
}
