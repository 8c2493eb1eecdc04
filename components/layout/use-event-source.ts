"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { isDialogOpen } from "./is-dialog-open";
import { isServerReady } from "./is-server-ready";

/** Longer without a sign of life and the connection is taken for dead, as after a laptop slept. */
const deadMs = 15_000;
/** Before another try where the server refused or is not there. */
const againMs = 2000;

type EventSourceOptions = {
  /** Another one closes the connection and opens it anew. */
  readonly name: string;
  /** The address to connect to, given the id of the last event; "": there was none. */
  readonly hrefAfter: (last: string) => string;
  /** The event that is listened to. */
  readonly event: string;
  readonly onEvent: (data: unknown) => void;
};

/**
 * Follows server-sent events while the page is visible: one that was hidden, asleep or without a server connects
 * again. Hidden pages hold no connection, of which a browser has few. A page whose session ended is read again, and
 * so is one whose events do not come, because something on the way holds them back. While the server is away, or a
 * dialog is open, the page stays as it is, with what is typed on it.
 * @returns whether the server is away, so that what is shown may be out of date
 */
export function useEventSource({ name, hrefAfter, event, onEvent }: EventSourceOptions): boolean {
  const router = useRouter();
  const [isAway, setIsAway] = useState(false);
  const heard = useEffectEvent(onEvent);
  const addressAfter = useEffectEvent(hrefAfter);
  const readAgain = useEffectEvent(() => {
    router.refresh();
  });
  useEffect(() => {
    const left = new AbortController();
    let last = "";
    let heardMs = Date.now();
    let source: EventSource | null = null;
    const close = () => {
      source?.close();
      source = null;
    };
    const open = () => {
      close();
      const opened = new EventSource(addressAfter(last));
      const hear = () => {
        heardMs = Date.now();
        setIsAway(false);
      };
      opened.addEventListener(event, ({ data, lastEventId }) => {
        hear();
        last = lastEventId;
        heard(JSON.parse(String(data)));
      });
      opened.addEventListener("pulse", hear);
      opened.addEventListener("ended", () => {
        close();
        readAgain();
      });
      source = opened;
    };
    const begin = () => {
      heardMs = Date.now();
      open();
    };
    const follow = () => {
      if (document.visibilityState !== "visible") close();
      else if (source === null) begin();
    };
    const readIfReady = async () => {
      const lastHeardMs = heardMs;
      const isReady = await isServerReady(left.signal);
      if (left.signal.aborted || heardMs !== lastHeardMs) return;
      setIsAway(!isReady);
      if (isReady && !isDialogOpen()) readAgain();
    };
    const check = setInterval(() => {
      if (source === null) return;
      if (Date.now() - heardMs > deadMs) {
        begin();
        void readIfReady();
      } else if (source.readyState === EventSource.CLOSED) open();
    }, againMs);
    follow();
    document.addEventListener("visibilitychange", follow);
    window.addEventListener("online", begin);
    return () => {
      clearInterval(check);
      document.removeEventListener("visibilitychange", follow);
      window.removeEventListener("online", begin);
      left.abort();
      close();
    };
  }, [name, event]);
  return isAway;
}
