import type { Connection } from "@/db/connect";
import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { isInScope, type Scope } from "@/lib/domain/people/permission";
import { caseColumns, caseRowOf, type RawCaseRow, type StoredCaseRow } from "./case-columns";
import { statement, type Database } from "../database";
import { fromJson, type Json } from "../json";

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

/** A customer's cases within a scope, those beyond it counted nowhere. @param limit how many are read at most */
export function readCustomer(
  db: Database,
  scope: Scope | null,
  customerId: string,
  limit: number,
): Promise<CustomerHistory> {
  return db.read((connection) => {
    const found = findCases(connection, customerId).filter((row) => isInScope(scope, row));
    const sql = `SELECT ${caseColumns}, c.closure_because AS closureBecause FROM cases c WHERE c.id = ?`;
    type Row = RawCaseRow & { readonly closureBecause: string };
    const read = statement<[number], Row>(connection, sql);
    const cases = found
      .slice(0, limit)
      .flatMap(({ key }) => read.get(key) ?? [])
      .map(({ closureBecause, ...raw }) => ({
        ...caseRowOf(raw),
        closureBecause,
        contacts: readContacts(connection, raw.key),
      }));
    return { cases, total: found.length };
  });
}

/** Latest first. */
function findCases(connection: Connection, customerId: string) {
  type Found = Pick<RawCaseRow, "key" | "region" | "teams">;
  const sql = `SELECT id AS key, region, teams FROM cases WHERE customer_id = ?
    ORDER BY opened_us DESC, id`;
  return statement<[string], Found>(connection, sql)
    .all(customerId)
    .map(({ teams, ...row }) => ({ ...row, teams: fromJson(teams) }));
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
