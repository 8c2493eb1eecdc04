import { watchChanges } from "@/lib/analytics/load/watch-changes";
import type { Scope } from "@/lib/domain/people/permission";
import { eventText, type SendEvent } from "./event-stream";

/**
 * Sends a workspace's changes: the ids of the changed cases with the sequence's value, no words.
 * @param path the workspace's file
 * @param since the sequence's value that the page knows; null: that of now
 * @returns stops it
 */
export function streamChanges(path: string, since: number | null, send: SendEvent): () => void {
  return watchChanges(path, since, ({ sequence, idsFor }) => {
    send(({ scope }: { readonly scope: Scope | null }) =>
      eventText("changed", { cases: idsFor(scope) }, sequence),
    );
  });
}
