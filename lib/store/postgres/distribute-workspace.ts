import { Client } from "pg";
import { distributeTables } from "@/db/postgres/distribute";
import { DomainError } from "@/lib/domain/domain-error";
import type { PostgresPlace } from "./open-postgres";
import { translateError } from "./translate-error";

/**
 * Spreads a workspace, which has the newest schema, over a Citus cluster.
 * @param place the coordinator, and the workspace's namespace
 * @returns how many tables were spread now; 0: all were before
 * @throws DomainError "unsupported" where the database has no Citus; "unavailable" where the server does not answer
 */
export async function distributeWorkspace({ url, namespace }: PostgresPlace): Promise<number> {
  const client = new Client({ connectionString: url, application_name: "throughline" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const spread = await distributeTables(client, namespace);
    if (spread !== null) return spread;
  } catch (error) {
    throw translateError(error).error;
  } finally {
    await client.end().catch(() => undefined);
  }
  throw new DomainError(
    "unsupported",
    "The database has no Citus: install it on every machine, run CREATE EXTENSION citus in this database, add the workers with citus_add_node, and try again.",
  );
}
