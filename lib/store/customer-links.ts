import type { CaseClosing, DerivedCase } from "@/lib/domain/case";
import { statement, type Database } from "./database";
import { isCurrent, nextMark, settle, type QueueEntry } from "./queue";

/** What of a case its neighbours must know. */
export type CustomerCase = Pick<
  DerivedCase,
  "caseId" | "intent" | "caseType" | "openedUs" | "lastContactUs" | "closing" | "mergedInto"
>;

type Links = { readonly repeatUs: number | null; readonly repeatCaseId: string | null };

type Row = Omit<CustomerCase, "closing"> & {
  readonly closedUs: number | null;
  readonly closedFrom: CaseClosing["from"] | null;
};

/** All cases of a customer. */
export function readCustomerCases(db: Database, customerId: string): Promise<CustomerCase[]> {
  const sql = `SELECT case_id AS caseId, intent, case_type AS caseType, opened_us AS openedUs,
      last_contact_us AS lastContactUs, closed_us AS closedUs, closed_from AS closedFrom,
      merged_into AS mergedInto
    FROM cases WHERE customer_id = ?`;
  return db.read((connection) =>
    statement<[string], Row>(connection, sql)
      .all(customerId)
      .map(({ closedUs, closedFrom, ...rest }) => ({
        ...rest,
        closing:
          closedUs === null || closedFrom === null ? null : { atUs: closedUs, from: closedFrom },
      })),
  );
}

/**
 * Stores what linking a customer's cases found.
 * @returns false where the customer was marked again meanwhile: link anew
 */
export function writeCustomerLinks(
  db: Database,
  entry: QueueEntry,
  links: ReadonlyMap<string, Links>,
): Promise<boolean> {
  return db.write((connection) => {
    if (!isCurrent(connection, "customer", entry)) return false;
    const sql = `UPDATE cases SET repeat_us = @repeatUs, repeat_case_id = @repeatCaseId
      WHERE case_id = @caseId AND (repeat_us IS NOT @repeatUs OR repeat_case_id IS NOT @repeatCaseId)`;
    const update = statement<[Links & { readonly caseId: string }]>(connection, sql);
    for (const [caseId, { repeatUs, repeatCaseId }] of links) {
      update.run({ repeatUs, repeatCaseId, caseId });
    }
    nextMark(connection);
    return settle(connection, "customer", entry);
  });
}
