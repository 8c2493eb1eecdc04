import type { Closure, DerivedCase } from "@/lib/domain/case/case";
import { isClosedBy } from "@/lib/domain/case/outcome";
import type { CaseEvent } from "@/lib/domain/trace/reading";
import {
  caseTypeSettings,
  type CaseTypeSettings,
  type Settings,
} from "@/lib/domain/settings/settings";
import type { SlaClock, SlaSegment } from "@/lib/domain/case/sla-clock";
import {
  addBusinessUs,
  businessUsBetween,
  openStretches,
  type BusinessCalendar,
} from "@/lib/stats/time/business-time";
import { findClockStates, type ClockState } from "./find-clock-states";

type ClockedCase = Pick<
  DerivedCase,
  "openedUs" | "closing" | "reopenedUs" | "caseEvents" | "caseType"
> & { readonly closure: Pick<Closure, "evidence"> };
type ClockSettings = Pick<Settings, "businessHours" | "timeZone"> & {
  readonly caseTypes: Readonly<
    Record<string, Pick<CaseTypeSettings, "resolveWithinBusinessHours">>
  >;
};
type Target = {
  readonly amountUs: number;
  readonly from: string;
  /** Where the due date was stated. */
  readonly statedUs: number | null;
};

const hourUs = 3_600_000_000;
/** Share of the target after which a case is at risk. */
const riskShare = 0.8;
/** The clock independent of `asOf`; its status is computed from these instants. */
type ClockReading = Omit<SlaClock, "status"> & {
  /** When the target is used up: reached, or expected if the clock keeps running; null without a target. */
  readonly dueUs: number | null;
  /** When a fifth of the target is left, reached or expected; null without a target. */
  readonly riskUs: number | null;
};
const noClock: ClockReading = {
  segments: [],
  usedUs: 0,
  targetUs: null,
  targetFrom: null,
  dueUs: null,
  riskUs: null,
};

/**
 * Computes a case's service clock: from opening to closing, stopped between a closing and a
 * reopening, paused by events, idle outside business hours, never reset by a change of channel. A
 * closing by silence ends it only with evidence of resolution.
 * @param asOfUs ignores later events, microseconds since 1970
 */
export function slaClock(
  given: ClockedCase,
  settings: ClockSettings,
  asOfUs: number,
): ClockReading {
  const { openedUs } = given;
  if (openedUs === null || openedUs > asOfUs) return noClock;
  const clocked = { ...given, closing: closingOfClock(given) };
  const calendar = { hours: settings.businessHours, timeZone: settings.timeZone };
  const states = findClockStates({ ...clocked, openedUs }, asOfUs);
  const segments = states.flatMap((state) => cutByHours(state, calendar));
  const target = findTarget({ ...clocked, openedUs }, settings, calendar, asOfUs);
  const due = target === null ? null : findDue(states, target, calendar);
  return {
    segments,
    usedUs: states.reduce((sum, state) => sum + workedUs(state, calendar), 0),
    targetUs: target?.amountUs ?? null,
    targetFrom: target?.from ?? null,
    dueUs: due,
    riskUs:
      target === null ? null : whenUsed(states, Math.round(target.amountUs * riskShare), calendar),
  };
}

/** The closing, stated or inferred, that ends the clock, or null. */
export function closingOfClock({
  closing,
  closure,
}: Pick<ClockedCase, "closing" | "closure">): DerivedCase["closing"] {
  return closing !== null && isClosedBy(closing, closure.evidence) ? closing : null;
}

function cutByHours(state: ClockState, calendar: BusinessCalendar): readonly SlaSegment[] {
  if (state.state !== "running") return [state];
  const segments: SlaSegment[] = [];
  let reachedUs = state.fromUs;
  const idleUntil = (toUs: number): void => {
    if (toUs > reachedUs) {
      segments.push({ fromUs: reachedUs, toUs, state: "off-hours", reason: null });
    }
  };
  for (const { fromUs, toUs } of openStretches(state.fromUs, state.toUs, calendar)) {
    idleUntil(fromUs);
    segments.push({ fromUs, toUs, state: "running", reason: null });
    reachedUs = toUs;
  }
  idleUntil(state.toUs);
  return segments;
}

/** The due date stated last, else the hours in the settings of the case type. */
function findTarget(
  clocked: ClockedCase & { readonly openedUs: number },
  settings: ClockSettings,
  calendar: BusinessCalendar,
  asOfUs: number,
): Target | null {
  const stated = clocked.caseEvents.findLast(
    (event): event is CaseEvent & { readonly dueUs: number } =>
      event.dueUs === undefined ? false : event.atUs <= asOfUs && event.dueUs > clocked.openedUs,
  );
  if (stated !== undefined) {
    const amountUs = businessUsBetween(clocked.openedUs, stated.dueUs, calendar);
    return { amountUs, from: "the due date in the traces", statedUs: stated.dueUs };
  }
  const hours = caseTypeSettings(settings.caseTypes, clocked.caseType)?.resolveWithinBusinessHours;
  if (hours === undefined || hours === null) return null;
  const from = `the settings for ${clocked.caseType ?? "cases"}`;
  return { amountUs: Math.round(hours * hourUs), from, statedUs: null };
}

/** When the target is used up; a stated due date is extended by the working time paused before it. */
function findDue(
  states: readonly ClockState[],
  { amountUs, statedUs }: Target,
  calendar: BusinessCalendar,
): number | null {
  if (statedUs !== null) {
    const pausedUs = states
      .filter(({ state }) => state === "paused" || state === "stopped")
      .map(({ fromUs, toUs }) => businessUsBetween(fromUs, Math.min(toUs, statedUs), calendar))
      .reduce((sum, us) => sum + us, 0);
    return pausedUs === 0 ? statedUs : addBusinessUs(statedUs, pausedUs, calendar);
  }
  return whenUsed(states, amountUs, calendar);
}

/** When an amount of working time is used up; expected if the clock keeps running. */
function whenUsed(
  states: readonly ClockState[],
  amountUs: number,
  calendar: BusinessCalendar,
): number | null {
  let leftUs = amountUs;
  for (const state of states) {
    const usedUs = workedUs(state, calendar);
    if (usedUs > 0 && usedUs >= leftUs) return addBusinessUs(state.fromUs, leftUs, calendar);
    leftUs -= usedUs;
  }
  const endUs = states.at(-1)?.toUs;
  return endUs === undefined ? null : addBusinessUs(endUs, leftUs, calendar);
}

function workedUs({ state, fromUs, toUs }: ClockState, calendar: BusinessCalendar): number {
  return state === "running" ? businessUsBetween(fromUs, toUs, calendar) : 0;
}
