"use client";

import { z } from "zod";
import { useEventSource } from "./use-event-source";

const changedSchema = z.object({ cases: z.array(z.string()).nullable() });

/**
 * Follows the changes of the shown workspace without a gap: what happened while the page was hidden, asleep or
 * without a server is reported when it is back.
 * @param since the sequence's value that the page was read at
 * @param onChange given the ids of the changed cases; null: any may have changed
 * @returns whether the server is away, so that what is shown may be out of date
 */
export function useChanges(
  since: number,
  onChange: (caseIds: readonly string[] | null) => void,
): boolean {
  return useEventSource({
    name: "changes",
    hrefAfter: (last) => `/api/live/events?since=${last === "" ? String(since) : last}`,
    event: "changed",
    onEvent: (data) => {
      onChange(changedSchema.parse(data).cases);
    },
  });
}
