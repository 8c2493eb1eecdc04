import type { Connection } from "@/db/connect";
import { statement } from "../database";
import { eraseCohortItems } from "../gate/cohorts";
import type { Stamp } from "../queue";
import { removeKeyed } from "./sweep";

/** Removes the items that cohorts made of erased cases, and their replays, in which the customer's words are said again. */
export function eraseFromCohorts(
  connection: Connection,
  caseIds: readonly string[],
  stamp: Stamp,
): void {
  const sql = `SELECT s.id FROM cohort_items o JOIN replays r ON r.item = o.item
      JOIN identities i ON i.case_id = r.case_id JOIN spans s ON s.identity = i.id
    WHERE o.case_id IN (SELECT value FROM json_each(?))`;
  const spans = statement<[string], { id: number }>(connection, sql)
    .all(JSON.stringify(caseIds))
    .map(({ id }) => id);
  removeKeyed(connection, { spans: [...new Set(spans)], records: [] }, stamp);
  eraseCohortItems(connection, caseIds);
}
