import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { escapeIdentifier, type Client } from "pg";

/** A failed or lost connection is made again after this time, milliseconds. */
const againMs = 1000;

/** Sent with a transaction, so that its listeners are told when it is committed, and never of one that was not. */
export const notifySql = "pg_notify($1, '')";

/** Tells of the writes of all processes. */
export type WriteNotices = {
  /** @returns stops calling the listener */
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
};

/**
 * Listens on one connection, as long as somebody subscribes. Listeners are called once it listens, too, and again after
 * the connection was lost: what was written meanwhile they find for themselves.
 * @param connect a new client, connected, whose errors are taken care of
 * @param channel what writers notify
 */
export function createWriteNotices(connect: () => Promise<Client>, channel: string): WriteNotices {
  const listeners = new Set<() => void>();
  let listening: AbortController | null = null;
  const notifyAll = () => {
    for (const listener of listeners) listener();
  };
  const close = () => {
    listening?.abort();
    listening = null;
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      if (listening === null) {
        listening = new AbortController();
        void keepListening(listening.signal);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) close();
      };
    },
    close,
  };

  async function keepListening(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await listen(signal).catch(() => undefined);
      await wait(againMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Resolves when the connection has ended, or was ended because of the signal. */
  async function listen(signal: AbortSignal): Promise<void> {
    const client = await connect();
    try {
      client.on("notification", notifyAll);
      await client.query(`LISTEN ${escapeIdentifier(channel)}`);
      notifyAll();
      await once(client, "end", { signal });
    } finally {
      await client.end();
    }
  }
}
