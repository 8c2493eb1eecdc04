import { useEffect, useRef, useState } from "react";
import { holdRows, type HeldRows } from "@/lib/pages/live/hold-rows";
import type { LiveRow } from "@/lib/pages/live/live-model";

/** A pointer that rests, and a key that was pressed before, hold nothing any longer: milliseconds. */
const restMs = 4000;

export type DrawnRows = HeldRows & {
  /** Ids of rows that came with the last change. */
  readonly arrived: ReadonlySet<string>;
  /** Somebody points at a row or has one in focus. */
  readonly onTouch: () => void;
  readonly onLeave: () => void;
  /** Draws what waits. */
  readonly release: () => void;
  /** The viewer acts on a case, which may leave the list at once. */
  readonly noteActed: (caseId: string) => void;
};

const none: ReadonlySet<string> = new Set();

/**
 * The rows to draw. While somebody points at them or has a menu or dialog open, they keep their places.
 * @param isOpen a menu or dialog of a row is open
 */
export function useDrawnRows(fresh: readonly LiveRow[], isOpen: boolean): DrawnRows {
  const [isTouched, setTouched] = useState(false);
  const [drawn, setDrawn] = useState({ rows: fresh, arrived: none });
  const [acted, setActed] = useState(none);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const held = holdRows(drawn.rows, fresh, acted);
  const isFollowing = !(isTouched || isOpen) || !held.isBehind;
  const draw = () => {
    if (drawn.rows === fresh) return;
    const before = new Set(drawn.rows.map(({ caseId }) => caseId));
    const arrived = fresh.flatMap(({ caseId }) => (before.has(caseId) ? [] : [caseId]));
    setDrawn({ rows: fresh, arrived: arrived.length === 0 ? drawn.arrived : new Set(arrived) });
    if (acted.size > 0) setActed(none);
  };
  if (isFollowing) draw();
  const leave = () => {
    clearTimeout(timer.current);
    setTouched(false);
  };
  return {
    ...(isFollowing ? { rows: fresh, gone: none, added: 0, isBehind: false } : held),
    arrived: drawn.arrived,
    onTouch: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(leave, restMs);
      setTouched(true);
    },
    onLeave: leave,
    release: draw,
    noteActed: (caseId) => {
      setActed((before) => new Set([...before, caseId]));
    },
  };
}
