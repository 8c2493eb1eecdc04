import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseEventName } from "@/lib/domain/trace/reading";

/** An interval without changes of the SLA clock. */
export type ClockState = {
  readonly fromUs: number;
  readonly toUs: number;
  readonly state: "running" | "paused" | "stopped";
  readonly reason: string | null;
};

type Change = {
  readonly atUs: number;
  readonly to: "closed" | "opened" | "paused" | "resumed";
  readonly reason: string | null;
};

type Clocked = Pick<DerivedCase, "closing" | "reopenedUs" | "caseEvents"> & {
  readonly openedUs: number;
};

/**
 * Splits the time from opening to the last closing, or to `asOfUs`, where the clock was paused,
 * resumed, stopped or restarted. A pause ends with the closing at the latest.
 */
export function findClockStates(clocked: Clocked, asOfUs: number): readonly ClockState[] {
  const states: ClockState[] = [];
  let current: Omit<ClockState, "toUs"> = {
    fromUs: clocked.openedUs,
    state: "running",
    reason: null,
  };
  for (const change of findChanges(clocked, asOfUs)) {
    const next = after(current, change);
    if (next === current) continue;
    if (change.atUs > current.fromUs) states.push({ ...current, toUs: change.atUs });
    current = next;
  }
  if (current.state !== "stopped" && asOfUs > current.fromUs) {
    states.push({ ...current, toUs: asOfUs });
  }
  return states;
}

function after(
  current: Omit<ClockState, "toUs">,
  { to, atUs, reason }: Change,
): Omit<ClockState, "toUs"> {
  const isStopped = current.state === "stopped";
  if (to === "closed")
    return isStopped ? current : { fromUs: atUs, state: "stopped", reason: null };
  if (to === "opened")
    return isStopped ? { fromUs: atUs, state: "running", reason: null } : current;
  if (isStopped) return current;
  if (to === "paused") {
    return current.state === "paused" ? current : { fromUs: atUs, state: "paused", reason };
  }
  return current.state === "paused" ? { fromUs: atUs, state: "running", reason: null } : current;
}

const changeByEvent: Partial<Record<CaseEventName, Change["to"]>> = {
  closed: "closed",
  reopened: "opened",
  sla_paused: "paused",
  sla_resumed: "resumed",
};

/** In order of time. Closings and reopenings that equal the case's own instants count once. */
function findChanges(
  { openedUs, closing, reopenedUs, caseEvents }: Clocked,
  asOfUs: number,
): readonly Change[] {
  const toldUs = reopenedUs ?? (closing === null ? openedUs : Infinity);
  const changes: Change[] = caseEvents.flatMap(({ name, atUs, reason = null }) => {
    const to = changeByEvent[name];
    if (to === undefined) return [];
    const isTold = (to === "closed" || to === "opened") && atUs <= toldUs;
    return isTold ? [] : [{ atUs, to, reason }];
  });
  if (closing !== null) changes.unshift({ atUs: closing.atUs, to: "closed", reason: null });
  if (reopenedUs !== null) changes.unshift({ atUs: reopenedUs, to: "opened", reason: null });
  return changes
    .filter(({ atUs }) => atUs >= openedUs && atUs <= asOfUs)
    .toSorted((a, b) => a.atUs - b.atUs);
}
