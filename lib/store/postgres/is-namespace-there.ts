import { draftOf } from "@/db/postgres/migrate-postgres";
import { withOwnClient, type PostgresPlace } from "./open-postgres";

/**
 * Whether a namespace was made, or data are being copied into it, which opening it says.
 * @throws DomainError as `withOwnClient`
 */
export function isNamespaceThere(place: PostgresPlace): Promise<boolean> {
  const { namespace } = place;
  return withOwnClient(place, async (client) => {
    const sql = "SELECT nspname FROM pg_namespace WHERE nspname = ANY($1)";
    const { rows } = await client.query(sql, [[namespace, draftOf(namespace)]]);
    return rows.length > 0;
  });
}
