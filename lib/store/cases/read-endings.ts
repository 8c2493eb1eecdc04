import type { CaseEnding } from "@/lib/analytics/insights/returns/case-ending";
import type { ClosureEvidence } from "@/lib/domain/case/case";
import { isClosedBy } from "@/lib/domain/case/outcome";
import { tupleStatement, type Database } from "../port";
import { flatMapInOrder } from "@/lib/domain/in-order";

/** conversation_resolution from which a contact counts as likely resolved, as its band has it. */
const likelyFrom = 0.5;

const caseSql = `SELECT case_id, customer_id, opened_us, closed_us, closed_from, evidence,
    reopened_us, repeat_us, repeat_case_id, mature_us
  FROM cases WHERE id = ? AND opened_us IS NOT NULL`;
type CaseTuple = [
  ...[caseId: string, customerId: string | null, openedUs: number, closedUs: number | null],
  ...[closedFrom: "event" | "record" | "inferred" | null, evidence: ClosureEvidence],
  ...[reopenedUs: number | null, repeatUs: number | null, repeatCaseId: string | null],
  matureUs: number | null,
];
const contactsSql = `SELECT ordinal, start_us, end_us, coalesce(CAST(body ->> '$.account' AS bigint), 0), initiator = 'agent',
    coalesce(resolution >= ${String(likelyFrom)}, false) OR coalesce(false_success = 1, false)
  FROM interactions WHERE case_key = ? AND is_touchpoint = 1 ORDER BY start_us, ordinal`;
type ContactTuple = [
  ...[ordinal: number, startUs: number, endUs: number, account: number],
  ...[isByAgent: number, isSaidDone: number],
];

/** How some cases ended, in the order of the keys; cases that were never opened are left out. */
export function readEndings(db: Database, keys: readonly number[]): Promise<readonly CaseEnding[]> {
  return db.read(async (connection) => {
    const cases = tupleStatement<[number], CaseTuple>(connection, caseSql);
    const contacts = tupleStatement<[number], ContactTuple>(connection, contactsSql);
    return flatMapInOrder(keys, async (key): Promise<CaseEnding[]> => {
      const found = await cases.get(key);
      if (found === undefined) return [];
      const [caseId, customerId, openedUs, closedUs, closedFrom, evidence, ...rest] = found;
      const [reopenedUs, repeatUs, repeatCaseId, matureUs] = rest;
      const isClosed =
        closedFrom !== null &&
        closedUs !== null &&
        isClosedBy({ from: closedFrom, atUs: closedUs }, evidence);
      return [
        {
          ...{ key, caseId, customerId, openedUs, reopenedUs, repeatUs, repeatCaseId, matureUs },
          closedUs: isClosed ? closedUs : null,
          contacts: (await contacts.all(key)).map(
            ([ordinal, startUs, endUs, account, ...ended]) => ({
              ...{ ordinal, startUs, endUs, account },
              ...{ isByAgent: ended[0] === 1, isSaidDone: ended[1] === 1 },
            }),
          ),
        },
      ];
    });
  });
}
