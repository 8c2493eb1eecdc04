import { refuseHalfCopied } from "@/db/postgres/migrate-postgres";
import { withOwnClient, type PostgresPlace } from "./open-postgres";

/**
 * Whether a namespace was made.
 * @throws DomainError as `withOwnClient`; "unavailable" while data are being copied into the namespace
 */
export function isNamespaceThere(place: PostgresPlace): Promise<boolean> {
  const { namespace } = place;
  return withOwnClient(place, async (client) => {
    await refuseHalfCopied(client, namespace);
    const sql = "SELECT FROM pg_namespace WHERE nspname = $1";
    return (await client.query(sql, [namespace])).rows.length > 0;
  });
}
