import { cases } from "@/db/schema";
import type { CaseTableRow } from "@/lib/analytics/case-table/case-table-row";
import { changeModulus, type ChangeSums } from "@/lib/analytics/case-table/last-changes";
import { statement, tupleStatement, type Database } from "../port";
import { fromJson } from "../json";
import { rowCodec, type SqlValue } from "../row-codec";
import { ofOneCase } from "./case-columns";
import { readAgentIds } from "./agent-ids";
import { childNames, readChildRows } from "./child-rows";

/** A case with the sequence's value of its last write. */
export type ChangedRow = CaseTableRow & { readonly changed: number };

/** Changes of a workspace's cases since the last call. */
export type CaseChanges = {
  /** Keys that were removed; they come before the rows, which may have taken one of them over. */
  readonly removed: readonly number[];
  readonly rows: readonly ChangedRow[];
  /** False where there is more to read. */
  readonly isDone: boolean;
  /** Where they end. */
  readonly position: ChangesPosition;
};

/** The last row that was read, and the last removal; of the sequence −1 before the first. */
export type ChangesPosition = {
  readonly changed: number;
  readonly key: number;
  readonly removedUntil: number;
};

const beginning: ChangesPosition = { changed: -1, key: -1, removedUntil: -1 };

/** Reads the changes after a position, from the beginning all cases first, at most `limit` rows at a time. */
export type CaseChangesReader = (limit: number) => Promise<CaseChanges>;

const codec = rowCodec(cases, [
  ...(["interactions", "handoffs", "closureMethod", "repeatCaseId"] as const),
  ...ofOneCase,
]);

const rowsSql = `SELECT ${codec.select} FROM cases WHERE (changed, id) > (?, ?)
  ORDER BY changed, id LIMIT ?`;
const removedSql = "SELECT key, changed FROM removed_cases WHERE changed > ? ORDER BY changed, key";

/**
 * Follows a workspace's cases by the sequence's value of each row's last write. What is written meanwhile has a higher
 * one and is read later, so that nothing is missed between two calls.
 */
export function followCaseChanges(db: Database, after = beginning): CaseChangesReader {
  let { changed, key, removedUntil } = after;
  const parse = createParser();
  return (limit) =>
    db.read(async (connection) => {
      type Removed = { key: number; changed: number };
      const removed = await statement<[number], Removed>(connection, removedSql).all(removedUntil);
      const read = tupleStatement<[number, number, number], SqlValue[]>(connection, rowsSql);
      const rows = (await read.all(changed, key, limit)).map((values) => codec.read(values, parse));
      const keys = rows.map((row) => row.key);
      const childrenOf = await readChildRows(connection, keys, childNames);
      const agentIdsOf = await readAgentIds(connection, keys);
      removedUntil = removed.at(-1)?.changed ?? removedUntil;
      ({ changed, key } = rows.at(-1) ?? { changed, key });
      return {
        removed: removed.map((each) => each.key),
        // A copy of each row would cost as much as reading it.
        rows: rows.map((row) =>
          Object.assign(row, childrenOf(row.key), { agentIds: agentIdsOf(row.key) }),
        ),
        isDone: rows.length < limit,
        position: { changed, key, removedUntil },
      };
    });
}

/** Most cases have the same few lists, so each text is parsed once. */
function createParser(): (text: string) => unknown {
  const textsMax = 20_000;
  const known = new Map<string, unknown>();
  return (text) => {
    if (known.size > textsMax) known.clear();
    const found = known.get(text);
    if (found !== undefined) return found;
    const parsed: unknown = fromJson(text);
    known.set(text, parsed);
    return parsed;
  };
}

/** What a copy of the cases up to a change is compared by: the sums of cases unchanged since. */
export type SumsOfUnchanged = ChangeSums & {
  /** Keys of cases that changed or were removed since. */
  readonly changedLater: readonly number[];
};

/** @param changed the sequence's value of the last change that the copy has */
export function sumCaseChanges(db: Database, changed: number): Promise<SumsOfUnchanged> {
  return db.read(async (connection) => {
    const sums = await statement<[number], ChangeSums>(
      connection,
      `SELECT count(*) AS count, coalesce(sum(changed % ${String(changeModulus)}), 0) AS sum
        FROM cases WHERE changed <= ?`,
    ).get(changed);
    const later = await statement<[number, number], { key: number }>(
      connection,
      `SELECT id AS key FROM cases WHERE changed > ?
        UNION ALL SELECT key FROM removed_cases WHERE changed > ?`,
    ).all(changed, changed);
    return {
      ...{ count: sums?.count ?? 0, sum: sums?.sum ?? 0 },
      changedLater: later.map(({ key }) => key),
    };
  });
}
