import type { Interaction } from "@/lib/domain/case/case";
import { isInScope, type Scope } from "@/lib/domain/people/permission";
import { caseRowColumns, readCaseRows, type StoredCaseRow } from "./case-columns";
import { readInteractions, childNames } from "./child-rows";
import { statement, tupleStatement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import type { SqlValue } from "../row-codec";
import { flatMapInOrder } from "@/lib/domain/in-order";

/** A contact as shown among other cases'. */
export type CustomerContact = Pick<
  Interaction,
  "channel" | "startUs" | "endUs" | "isTouchpoint" | "agentKinds"
>;

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

/** How many cases name a customer, and their touchpoints. */
export function countCustomer(
  db: Database,
  customerId: string,
): Promise<{ readonly cases: number; readonly contacts: number }> {
  const sql = `SELECT count(*) AS cases, coalesce(sum(touchpoints), 0) AS contacts FROM cases
    WHERE customer_id = ?`;
  return db.read(
    async (connection) =>
      (await statement<[string], { cases: number; contacts: number }>(connection, sql).get(
        customerId,
      )) ?? {
        cases: 0,
        contacts: 0,
      },
  );
}

/** A customer's cases within a scope; others are not even counted. @param limit how many are read at most */
export function readCustomer(
  db: Database,
  scope: Scope | null,
  customerId: string,
  limit: number,
): Promise<CustomerHistory> {
  return db.read(async (connection) => {
    const found = (await findCases(connection, customerId)).filter((row) => isInScope(scope, row));
    const sql = `SELECT ${caseRowColumns}, closure_because FROM cases WHERE id = ?`;
    const read = tupleStatement<[number], SqlValue[]>(connection, sql);
    const cases = await flatMapInOrder(found.slice(0, limit), async ({ key }) => {
      const values = await read.get(key);
      if (values === undefined) return [];
      const closureBecause = String(values.at(-1));
      const contacts = await readInteractions(connection, key);
      return (await readCaseRows(connection, [values], childNames)).map(({ row }) => ({
        ...{ ...row, closureBecause, contacts },
      }));
    });
    return { cases, total: found.length };
  });
}

/** Latest first. */
async function findCases(connection: Connection, customerId: string) {
  type Found = {
    readonly key: number;
    readonly region: string | null;
    readonly teams: Json<readonly string[]>;
  };
  const sql = `SELECT id AS key, region, teams FROM cases WHERE customer_id = ?
    ORDER BY coalesce(opened_us, -1) DESC, case_id`;
  return (await statement<[string], Found>(connection, sql).all(customerId)).map(
    ({ teams, ...row }) => ({ ...row, teams: fromJson(teams) }),
  );
}
