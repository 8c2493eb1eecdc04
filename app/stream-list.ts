import { watchChanges } from "@/lib/analytics/load/watch-changes";
import type { SignedIn } from "@/lib/auth/current-viewer";
import type { LiveModel } from "@/lib/pages/live/live-model";
import { createLiveDiff } from "@/lib/pages/live/live-update";
import { eventText, type SendEvent } from "./event-stream";

/** Clocks run on although nothing changes: the list is read again after this time. */
const clockMs = 5000;

/**
 * Sends the Live page's list: all of it first, so that nothing that happened before is missing, then what changed.
 * Changes that come while it is being read are sent with the next reading.
 * @param path the workspace's file
 * @param read reads the list that a viewer may see
 * @returns stops it
 */
export function streamList(
  path: string,
  read: (viewer: SignedIn) => Promise<LiveModel>,
  send: SendEvent,
): () => void {
  const diff = createLiveDiff();
  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    send(async (viewer) => {
      isAsked = false;
      const update = diff(await read(viewer));
      return update === null ? "" : eventText("list", update);
    });
  };
  const unwatch = watchChanges(path, null, ask);
  const clock = setInterval(ask, clockMs);
  ask();
  return () => {
    unwatch();
    clearInterval(clock);
  };
}
