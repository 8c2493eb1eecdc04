import {
  erasedRowsSchema,
  erasedWords,
  type AuditEntry,
  type AuditRow,
} from "@/lib/domain/people/audit";
import { statement, type Connection, type Database } from "../port";
import { appendAudit, auditHash } from "./append-audit";
import { flatMapInOrder } from "@/lib/domain/in-order";

type Texts = Pick<AuditRow, "target" | "before" | "after">;

const rowsSql = `SELECT seq, at_us AS atUs, actor, action, workspace, target, network, before, after,
    previous_hash AS previousHash, hash FROM audit WHERE workspace = ?`;

/**
 * Takes ids out of a workspace's audit rows, and adds a row that names those rows with hashes of what they are now:
 * their own hashes stay, so that the chain can be followed.
 * @param entry the row that is added, without its `after`
 * @returns how many rows named an id
 */
export function eraseIdsFromAudit(
  db: Database,
  workspace: string,
  ids: ReadonlySet<string>,
  entry: Omit<AuditEntry, "after">,
  atUs: number,
): Promise<number> {
  return db.write(async (connection) => {
    await connection.overwriteRemoved();
    const sql = "UPDATE audit SET target = ?, before = ?, after = ? WHERE seq = ?";
    const update = statement<[string | null, string | null, string | null, number]>(
      connection,
      sql,
    );
    const rows = await statement<[string], AuditRow>(connection, rowsSql).all(workspace);
    const changed = await flatMapInOrder(
      rows,
      async (row): Promise<(readonly [number, string])[]> => {
        const texts = withoutIds(row, ids);
        if (texts === null) return [];
        await update.run(texts.target, texts.before, texts.after, row.seq);
        return [[row.seq, auditHash({ ...row, ...texts })]];
      },
    );
    if (changed.length > 0)
      await appendAudit(connection, { ...entry, after: { rows: changed } }, atUs);
    return changed.length;
  });
}

/** @returns null where a row names none of the ids */
function withoutIds({ target, before, after }: Texts, ids: ReadonlySet<string>): Texts | null {
  const texts = {
    target: target === null ? null : eraseFromText(target, ids),
    before: before === null ? null : eraseFromJson(before, ids),
    after: after === null ? null : eraseFromJson(after, ids),
  };
  const isSame = texts.target === target && texts.before === before && texts.after === after;
  return isSame ? null : texts;
}

function eraseFromJson(json: string, ids: ReadonlySet<string>): string {
  const parsed: unknown = JSON.parse(json, (_name, value: unknown) =>
    typeof value === "string" ? eraseFromText(value, ids) : value,
  );
  return JSON.stringify(parsed);
}

const separators = /([\s,"'&=?#/|;:()[\]]+)/;

/** Replaces a text that is an id, or the parts of an address, list or sentence that are. */
function eraseFromText(text: string, ids: ReadonlySet<string>): string {
  if (ids.has(text)) return erasedWords;
  return text
    .split(separators)
    .map((part) => (ids.has(part) || ids.has(decoded(part)) ? erasedWords : part))
    .join("");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/** By number of a row whose ids were erased, the hash of what it is since. */
export async function readErasedRows(connection: Connection): Promise<ReadonlyMap<number, string>> {
  const sql = `SELECT after FROM audit WHERE action = 'ids-erased' AND json_valid(after) = 1 ORDER BY seq`;
  const rows = await statement<[], { after: string }>(connection, sql).all();
  return new Map(
    rows.flatMap(({ after }) => {
      const parsed = erasedRowsSchema.safeParse(JSON.parse(after));
      return parsed.success ? parsed.data.rows : [];
    }),
  );
}
