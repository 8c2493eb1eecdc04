import { isInScope, type Scope } from "@/lib/domain/people/permission";
import { statement, tupleStatement, type Database } from "../port";
import { fromJson, type Json } from "../json";

/** A case that was written or removed, with what scopes need of it. */
export type ChangedCase = {
  readonly caseId: string;
  readonly region: string | null;
  readonly teams: readonly string[];
};

/** What was written to a workspace between two values of its sequence. */
export type Changes = {
  /** The sequence's value at the end. */
  readonly sequence: number;
  /** The written cases; null: too many, or removed ones, so that any may have changed. */
  readonly cases: readonly ChangedCase[] | null;
  /** Another text after any change of notes and of who takes care of a case. */
  readonly arranged: string;
};

/** Of more cases none is named. */
const namedMax = 500;

const sequenceSql = "SELECT value FROM sequence WHERE id = 1";

/** The value of a workspace's sequence, which every write raises. */
export function readSequence(db: Database): Promise<number> {
  return db.read(
    async (connection) =>
      (await statement<[], { value: number }>(connection, sequenceSql).get())?.value ?? 0,
  );
}

/** Reads what was written after a value of the sequence; of a value ahead of it everything may have changed. */
export function readChangedSince(db: Database, since: number): Promise<Changes> {
  return db.read(async (connection) => {
    const sequence =
      (await statement<[], { value: number }>(connection, sequenceSql).get())?.value ?? 0;
    const sql = `SELECT case_id, region, teams FROM cases WHERE changed > ?
      ORDER BY changed LIMIT ${String(namedMax + 1)}`;
    type Row = [string, string | null, Json<readonly string[]>];
    const rows = await tupleStatement<[number], Row>(connection, sql).all(since);
    const removedSql = "SELECT EXISTS (SELECT 1 FROM removed_cases WHERE changed > ?) AS isAny";
    const removed = await statement<[number], { isAny: number }>(connection, removedSql).get(since);
    const isAll = since > sequence || rows.length > namedMax || removed?.isAny === 1;
    const arrangedSql = `SELECT (SELECT coalesce(max(at_us), 0) FROM case_attention) || ' ' ||
      (SELECT count(*) || ' ' || coalesce(max(id), 0) FROM notes) AS arranged`;
    return {
      sequence,
      cases: isAll
        ? null
        : rows.map(([caseId, region, teams]) => ({ caseId, region, teams: fromJson(teams) })),
      arranged:
        (await statement<[], { arranged: string }>(connection, arrangedSql).get())?.arranged ?? "",
    };
  });
}

/** The ids of the changed cases within a scope; null: any may have changed. */
export function changedInScope({ cases }: Changes, scope: Scope | null): readonly string[] | null {
  return cases?.filter((each) => isInScope(scope, each)).map(({ caseId }) => caseId) ?? null;
}
