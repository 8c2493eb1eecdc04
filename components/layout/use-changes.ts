"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { z } from "zod";

/** Longer without a sign of life and the connection is taken for dead, as after a laptop slept. */
const deadMs = 15_000;
/** Before another try where the server refused or is not there. */
const againMs = 2000;

const changedSchema = z.object({ cases: z.array(z.string()).nullable() });

/**
 * Follows the changes of the shown workspace while the page is visible, without a gap: what happened while it was
 * hidden, asleep or without a server is reported when it is back. Hidden pages hold no connection, of which a browser
 * has few.
 * @param since the sequence's value that the page was read at
 * @param onChange given the ids of the changed cases; null: any may have changed
 */
export function useChanges(
  since: number,
  onChange: (caseIds: readonly string[] | null) => void,
): void {
  const router = useRouter();
  const changed = useEffectEvent(onChange);
  const ended = useEffectEvent(() => {
    router.refresh();
  });
  useEffect(() => {
    let last = since;
    let heardMs = Date.now();
    let source: EventSource | null = null;
    const close = () => {
      source?.close();
      source = null;
    };
    const open = () => {
      close();
      heardMs = Date.now();
      const opened = new EventSource(`/api/live/events?since=${String(last)}`);
      opened.addEventListener("changed", (event) => {
        heardMs = Date.now();
        last = Number(event.lastEventId);
        changed(changedSchema.parse(JSON.parse(String(event.data))).cases);
      });
      opened.addEventListener("pulse", () => {
        heardMs = Date.now();
      });
      opened.addEventListener("ended", () => {
        close();
        ended();
      });
      source = opened;
    };
    const follow = () => {
      const isVisible = document.visibilityState === "visible";
      if (!isVisible) close();
      else if (source === null) open();
    };
    const check = setInterval(() => {
      const isDead = Date.now() - heardMs > deadMs || source?.readyState === EventSource.CLOSED;
      if (source !== null && isDead) open();
    }, againMs);
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      clearInterval(check);
      document.removeEventListener("visibilitychange", follow);
      close();
    };
    // The sequence of a page that is read again is one that the connection has reported.
  }, []);
}
