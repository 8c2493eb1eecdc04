import type { Connection } from "@/db/connect";
import type { Channel } from "@/lib/domain/channel";
import type { AgentKind } from "@/lib/domain/identity";
import { caseColumns, caseRowOf, type RawCaseRow, type StoredCaseRow } from "./case-columns";
import { statement, type Database } from "./database";
import { fromJson, type Json } from "./json";

export type CustomerContact = {
  readonly channel: Channel;
  readonly startUs: number;
  readonly endUs: number;
  readonly isTouchpoint: boolean;
  readonly agentKinds: readonly AgentKind[];
};

/** A customer's case with its contacts in order. */
export type CustomerCaseHistory = StoredCaseRow & {
  readonly closureBecause: string;
  readonly contacts: readonly CustomerContact[];
};

export type CustomerHistory = {
  /** The latest, up to the limit, latest first. */
  readonly cases: readonly CustomerCaseHistory[];
  readonly total: number;
};

/** A customer's cases. @param limit how many are read at most */
export function readCustomer(
  db: Database,
  customerId: string,
  limit: number,
): Promise<CustomerHistory> {
  return db.read((connection) => {
    const countSql = "SELECT count(*) AS total FROM cases WHERE customer_id = ?";
    const counted = statement<[string], { total: number }>(connection, countSql).get(customerId);
    const sql = `SELECT ${caseColumns}, c.closure_because AS closureBecause FROM cases c
      WHERE c.customer_id = ? ORDER BY c.opened_us DESC, c.id LIMIT ?`;
    type Row = RawCaseRow & { readonly closureBecause: string };
    const cases = statement<[string, number], Row>(connection, sql)
      .all(customerId, limit)
      .map(({ closureBecause, ...raw }) => ({
        ...caseRowOf(raw),
        closureBecause,
        contacts: readContacts(connection, raw.key),
      }));
    return { cases, total: counted?.total ?? 0 };
  });
}

function readContacts(connection: Connection, caseKey: number): CustomerContact[] {
  type Row = Omit<CustomerContact, "isTouchpoint" | "agentKinds"> & {
    readonly isTouchpoint: number;
    readonly body: Json<Pick<CustomerContact, "agentKinds">>;
  };
  const sql = `SELECT channel, start_us AS startUs, end_us AS endUs,
      is_touchpoint AS isTouchpoint, body FROM interactions WHERE case_key = ? ORDER BY ordinal`;
  return statement<[number], Row>(connection, sql)
    .all(caseKey)
    .map(({ body, isTouchpoint, ...plain }) => ({
      ...plain,
      isTouchpoint: isTouchpoint === 1,
      agentKinds: fromJson(body).agentKinds,
    }));
}
