import type { ClientConfig } from "pg";
import type { SharedClaims } from "../port";
import { translateError } from "./translate-error";
import { TimedClient, watchServer } from "./watch-server";

/** A session's locks are given up by the server when its connection ends. */
export type ClaimsOnPostgres = SharedClaims & { readonly close: () => Promise<void> };

/**
 * How long a thread may hold claims without a word before the server ends its session: one that hangs, or a machine that
 * is gone. No entry may take as long (`usualLimits` of lib/pipeline/derive/start-derivation.ts).
 */
const silentMs = 90_000;

/** Takes what it can of the texts in their order: the limit ends the trying. */
const takeSql = `SELECT text, set_config('idle_session_timeout', $3, false) FROM (
    SELECT text FROM unnest(CAST($1 AS text[])) WITH ORDINALITY AS given(text, place) ORDER BY place) AS inOrder
  WHERE pg_try_advisory_lock(hashtextextended(current_schema() || ' ' || text, 1)) LIMIT $2`;

const releaseSql =
  "SELECT pg_advisory_unlock_all(), set_config('idle_session_timeout', '0', false)";

/**
 * Claims as advisory locks of a connection of their own: a process that is killed holds none any more, and one that hangs
 * none after a while. One whose claims went to another stores nothing of what changed meanwhile.
 * @param config of a client with its namespace on the search path
 */
export function createPostgresClaims(
  config: ClientConfig,
  heldMs: number = silentMs,
): ClaimsOnPostgres {
  let client: Promise<TimedClient> | null = null;
  const connect = (): Promise<TimedClient> => {
    const made = new TimedClient(config);
    const connecting = made.connect().then(() => made);
    // With the connection the claims are gone; the next ones are made with another.
    made.once("end", () => {
      if (client === connecting) client = null;
    });
    return connecting;
  };
  const ask = async <T>(work: (connected: TimedClient) => Promise<T>): Promise<T> => {
    let stopWatching = () => {};
    let isConnecting = true;
    try {
      client ??= connect();
      const connected = await client;
      isConnecting = false;
      stopWatching = watchServer(config, connected);
      return await work(connected);
    } catch (error) {
      const lost = client;
      client = null;
      await (await lost?.catch(() => null))?.end().catch(() => undefined);
      throw translateError(error, isConnecting).error;
    } finally {
      stopWatching();
    }
  };
  /** A connection that the server has ended may be noticed only when it is asked: then another one is made. */
  const askAgain = <T>(work: (connected: TimedClient) => Promise<T>): Promise<T> =>
    client === null ? ask(work) : ask(work).catch(() => ask(work));
  return {
    take: (texts, most) =>
      askAgain(async (connected) => {
        const parameters = [texts, most, String(heldMs)];
        const { rows } = await connected.query<{ text: string }>(takeSql, parameters);
        return new Set(rows.map(({ text }) => text));
      }),
    release: async () => {
      if (client === null) return;
      await ask(async (connected) => {
        await connected.query(releaseSql);
      });
    },
    close: async () => {
      await (await client?.catch(() => null))?.end();
      client = null;
    },
  };
}
