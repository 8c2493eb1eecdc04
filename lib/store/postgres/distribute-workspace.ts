import { distributeTables } from "@/db/postgres/distribute";
import { DomainError } from "@/lib/domain/domain-error";
import { withOwnClient, type PostgresPlace } from "./open-postgres";

/**
 * Spreads a workspace, which has the newest schema, over a Citus cluster.
 * @param place the coordinator, and the workspace's namespace
 * @returns how many tables were spread now; 0: all were before
 * @throws DomainError "unsupported" where the database has no Citus; "unavailable" where the server does not answer
 */
export async function distributeWorkspace(place: PostgresPlace): Promise<number> {
  const spread = await withOwnClient(place, (client) => distributeTables(client, place.namespace));
  if (spread !== null) return spread;
  throw new DomainError(
    "unsupported",
    "The database has no Citus: install it on every machine, run CREATE EXTENSION citus in this database, add the workers with citus_add_node, and try again.",
  );
}
