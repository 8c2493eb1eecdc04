import { randomUUID } from "node:crypto";

type Read<Value> =
  | { readonly isRead: true; readonly value: Value }
  | { readonly isRead: false; readonly requestId: string };

/**
 * Reads for a page; a failure is logged under a request id that the page shows. A failed query's message
 * quotes its parameters, so only the innermost cause is logged.
 * @param what subject of the read, for the log
 */
export async function readOrReport<Value>(
  what: string,
  read: () => Promise<Value>,
): Promise<Read<Value>> {
  try {
    return { isRead: true, value: await read() };
  } catch (error) {
    const requestId = randomUUID().slice(0, 8);
    console.error(`request ${requestId}: reading ${what} failed: ${causeOf(error)}`);
    return { isRead: false, requestId };
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return "no error object";
  return error.cause instanceof Error ? causeOf(error.cause) : `${error.name}: ${error.message}`;
}
