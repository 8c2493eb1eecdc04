import type { Client } from "pg";
import type { SharedClaims } from "../port";
import { translateError } from "./translate-error";

/** A session's locks are given up by the server when its connection ends. */
export type ClaimsOnPostgres = SharedClaims & { readonly close: () => Promise<void> };

/** Takes what it can of the texts in their order: the limit ends the trying. */
const takeSql = `SELECT text FROM (SELECT text FROM unnest(CAST($1 AS text[])) WITH ORDINALITY AS given(text, place)
    ORDER BY place) AS inOrder
  WHERE pg_try_advisory_lock(hashtextextended(current_schema() || ' ' || text, 1)) LIMIT $2`;

/**
 * Claims as advisory locks of a connection of their own: a process that is killed holds none any more, and no lease runs
 * out under one that works.
 * @param connect a new client, connected, with its namespace on the search path
 */
export function createPostgresClaims(connect: () => Promise<Client>): ClaimsOnPostgres {
  let client: Promise<Client> | null = null;
  const ask = async <T>(work: (connected: Client) => Promise<T>): Promise<T> => {
    try {
      client ??= connect();
      return await work(await client);
    } catch (error) {
      // With the connection the claims are gone.
      const lost = client;
      client = null;
      await (await lost?.catch(() => null))?.end().catch(() => undefined);
      throw translateError(error).error;
    }
  };
  return {
    take: (texts, most) =>
      ask(async (connected) => {
        const { rows } = await connected.query<{ text: string }>(takeSql, [texts, most]);
        return new Set(rows.map(({ text }) => text));
      }),
    release: async () => {
      if (client === null) return;
      await ask(async (connected) => {
        await connected.query("SELECT pg_advisory_unlock_all()");
      });
    },
    close: async () => {
      await (await client?.catch(() => null))?.end();
      client = null;
    },
  };
}
