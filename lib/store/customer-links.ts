import type { Connection } from "@/db/connect";
import type { CaseClosing, DerivedCase } from "@/lib/domain/case";
import { openingMessages } from "@/lib/domain/opening";
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
 * What a customer said in the first messages of each of their cases, in order.
 * @returns texts by case id; a case in which they said nothing there has none
 */
export function readOpenings(
  db: Database,
  customerId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const sql = `SELECT c.case_id AS caseId, t.body AS text
    FROM cases c JOIN messages m ON m.case_key = c.id JOIN contents t ON t.id = m.content
    WHERE c.customer_id = ? AND m.speaker = 'customer' AND m.ordinal < ${String(openingMessages)}
    ORDER BY c.case_id, m.ordinal`;
  return db.read((connection) => {
    const openings = new Map<string, string[]>();
    const rows = statement<[string], { caseId: string; text: string }>(connection, sql);
    for (const { caseId, text } of rows.all(customerId)) {
      const opening = openings.get(caseId);
      if (opening === undefined) openings.set(caseId, [text]);
      else opening.push(text);
    }
    return openings;
  });
}

export type CustomerLinks = {
  readonly entry: QueueEntry;
  /** By case id. */
  readonly links: ReadonlyMap<string, Links>;
};

/**
 * Stores what linking customers' cases found. A customer that was marked again meanwhile is left
 * for another turn.
 * @returns the entries that were settled
 */
export function writeCustomerLinks(
  db: Database,
  customers: readonly CustomerLinks[],
): Promise<QueueEntry[]> {
  return db.write((connection) => {
    const mark = nextMark(connection);
    const current = customers.filter(({ entry }) => isCurrent(connection, "customer", entry));
    for (const { links } of current) writeLinks(connection, links, mark);
    return current
      .map(({ entry }) => entry)
      .filter((entry) => settle(connection, "customer", entry));
  });
}

function writeLinks(connection: Connection, links: CustomerLinks["links"], mark: number): void {
  const sql = `UPDATE cases SET repeat_us = @repeatUs, repeat_case_id = @repeatCaseId, changed = @mark
    WHERE case_id = @caseId AND (repeat_us IS NOT @repeatUs OR repeat_case_id IS NOT @repeatCaseId)`;
  const update = statement<[Links & { readonly caseId: string; readonly mark: number }]>(
    connection,
    sql,
  );
  for (const [caseId, { repeatUs, repeatCaseId }] of links) {
    update.run({ repeatUs, repeatCaseId, caseId, mark });
  }
}
