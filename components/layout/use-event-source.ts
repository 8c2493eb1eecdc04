"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";

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
 * so is one whose events do not come, because something on the way holds them back.
 */
export function useEventSource({ name, hrefAfter, event, onEvent }: EventSourceOptions): void {
  const router = useRouter();
  const heard = useEffectEvent(onEvent);
  const addressAfter = useEffectEvent(hrefAfter);
  const readAgain = useEffectEvent(() => {
    router.refresh();
  });
  useEffect(() => {
    let last = "";
    let heardMs = Date.now();
    let source: EventSource | null = null;
    const close = () => {
      source?.close();
      source = null;
    };
    const open = () => {
      close();
      heardMs = Date.now();
      const opened = new EventSource(addressAfter(last));
      opened.addEventListener(event, ({ data, lastEventId }) => {
        heardMs = Date.now();
        last = lastEventId;
        heard(JSON.parse(String(data)));
      });
      opened.addEventListener("pulse", () => {
        heardMs = Date.now();
      });
      opened.addEventListener("ended", () => {
        close();
        readAgain();
      });
      source = opened;
    };
    const follow = () => {
      if (document.visibilityState !== "visible") close();
      else if (source === null) open();
    };
    const check = setInterval(() => {
      if (source === null) return;
      const isDead = Date.now() - heardMs > deadMs;
      if (isDead) readAgain();
      if (isDead || source.readyState === EventSource.CLOSED) open();
    }, againMs);
    follow();
    document.addEventListener("visibilitychange", follow);
    window.addEventListener("online", open);
    return () => {
      clearInterval(check);
      document.removeEventListener("visibilitychange", follow);
      window.removeEventListener("online", open);
      close();
    };
  }, [name, event]);
}
