import { statement, type Connection } from "../port";
import { eraseCohortItems } from "../gate/cohorts";
import type { Stamp } from "../queue";
import { removeKeyed } from "./sweep";

/** Removes the items that cohorts made of erased cases, and their replays, in which the customer's words are said again. */
export async function eraseFromCohorts(
  connection: Connection,
  caseIds: readonly string[],
  stamp: Stamp,
): Promise<void> {
  const sql = `SELECT s.id FROM cohort_items o JOIN replays r ON r.item = o.item
      JOIN identities i ON i.case_id = r.case_id JOIN spans s ON s.identity = i.id
    WHERE o.case_id IN (SELECT value FROM json_each(?))`;
  const spans = (
    await statement<[string], { id: number }>(connection, sql).all(JSON.stringify(caseIds))
  ).map(({ id }) => id);
  await removeKeyed(connection, { spans: [...new Set(spans)], records: [] }, stamp);
  await eraseCohortItems(connection, caseIds);
}
