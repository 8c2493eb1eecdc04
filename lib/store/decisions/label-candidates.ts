import type { ScorePlace } from "@/lib/domain/quality/comparison";
import type { LabelPick } from "@/lib/domain/quality/label-pick";
import type { Scope } from "@/lib/domain/people/permission";
import { statement, type Database } from "../port";
import { newestCases } from "../cases/newest-cases";

const candidatesMax = 200;

/** Random, but the same at each read: a multiplicative hash of the score's key (Knuth). */
const byChance = "(s.id * 2654435761) % 4294967291";
/** A single score has no disagreement. */
type OrderedPick = Exclude<LabelPick, "disagreement">;
const orders: Readonly<Record<OrderedPick, string>> = {
  random: byChance,
  unsure: `abs(s.value - 0.5), ${byChance}`,
};

/** The scores of an evaluator, of the newest cases within a scope, in labelling order. */
export function readLabelCandidates(
  db: Database,
  scope: Scope | null,
  evaluator: string,
  pick: OrderedPick,
): Promise<readonly ScorePlace[]> {
  const sql = `SELECT c.case_id AS caseId, s.target_kind AS kind, s.target_ordinal AS ordinal
    FROM json_each(?) k JOIN scores s ON s.case_key = CAST(k.value AS bigint) JOIN cases c ON c.id = s.case_key
    WHERE s.evaluator = ? AND s.version IS NOT NULL AND s.status = 'scored'
    ORDER BY ${orders[pick]} LIMIT ?`;
  return db.read(async (connection) => {
    const keys = JSON.stringify((await newestCases(connection, scope)).cases.map(({ id }) => id));
    const rows = statement<[string, string, number], ScorePlace>(connection, sql);
    return rows.all(keys, evaluator, candidatesMax);
  });
}
