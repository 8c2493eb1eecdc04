import type { DisclosureRow } from "@/lib/analytics/rows/disclosure-row";
import { statement, type Database } from "../port";

/** What became of a disclosure rule in a contact. */
export type StoredVerdict = Pick<
  DisclosureRow,
  "rule" | "interaction" | "channel" | "atUs" | "status"
>;

/** The verdicts of a case's disclosure rules, by contact; rules that were not required have none. */
export function readVerdicts(db: Database, caseId: string): Promise<StoredVerdict[]> {
  const sql = `SELECT d.rule, d.interaction, d.channel, d.at_us AS atUs, d.status
    FROM disclosures d JOIN cases c ON c.id = d.case_key WHERE c.case_id = ? ORDER BY d.ordinal`;
  return db.read((connection) => statement<[string], StoredVerdict>(connection, sql).all(caseId));
}
