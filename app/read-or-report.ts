import { randomUUID } from "node:crypto";
import { innermostCause } from "@/lib/log/error-facts";
import { logEvent } from "@/lib/log/log-event";
import { storageFaultOf } from "@/lib/format/storage-words";

type Read<Value> =
  | { readonly isRead: true; readonly value: Value }
  | { readonly isRead: false; readonly requestId: string };

/**
 * Reads for a page; a failure but that of the disk or the file, which every page would have, is logged under a request
 * id that the page shows. A failed query quotes its parameters, so only the innermost cause is logged, without its
 * message.
 * @param what subject of the read, for the log
 */
export async function readOrReport<Value>(
  what: string,
  read: () => Promise<Value>,
): Promise<Read<Value>> {
  try {
    return { isRead: true, value: await read() };
  } catch (error) {
    // The error boundary has the words for a disk or a file that does not let itself be read.
    if (storageFaultOf(error) !== null) throw error;
    const requestId = randomUUID().slice(0, 8);
    logEvent("page-not-read", { requestId, subject: what, error: innermostCause(error) });
    return { isRead: false, requestId };
  }
}
