import type { AuditEntry } from "@/lib/domain/people/audit";
import { statement, type Connection, type Database } from "../port";
import { appendAudit } from "./append-audit";

const hourUs = 3_600_000_000;

/** Refusals per hour that get a row each: of one source, and of all without an account together. */
export const refusalRows = { source: 100, nobody: 1000 } as const;

type Source = { readonly actor: string; readonly network: string };

/** The common actor of requests without an account, which could come from any number of networks. */
const anybody: Source = { actor: "nobody", network: "anywhere" };

/**
 * Records a refusal. Beyond `refusalRows` an hour only their number is recorded, in one row when the hour is over:
 * whoever is refused must not be able to fill the disk.
 */
export function addRefusal(db: Database, entry: AuditEntry, atUs: number): Promise<void> {
  return db.write(async (connection) => {
    await reportLeftOut(connection, atUs);
    const hour = Math.floor(atUs / hourUs);
    if (await take(connection, entry, hour)) await appendAudit(connection, entry, atUs);
  });
}

/** Inside a transaction: records for each past hour how many refusals have no row of their own. */
export async function reportLeftOut(connection: Connection, nowUs: number): Promise<void> {
  const hour = Math.floor(nowUs / hourUs);
  const sql = `DELETE FROM refusals WHERE hour < ?
    RETURNING actor, network, hour, left_out AS leftOut`;
  type Row = Source & { readonly hour: number; readonly leftOut: number };
  for (const { leftOut, hour: over, ...source } of await statement<[number], Row>(
    connection,
    sql,
  ).all(hour)) {
    if (leftOut === 0) continue;
    const after = { rows: leftOut, fromUs: over * hourUs, toUs: (over + 1) * hourUs };
    const entry = { ...source, workspace: null, target: null, before: null, after };
    await appendAudit(connection, { ...entry, action: "refusals-left-out" }, nowUs);
  }
}

/** @returns whether this one gets a row */
async function take(
  connection: Connection,
  { actor, network }: Source,
  hour: number,
): Promise<boolean> {
  const isKnown = /^(?:account|token)-/u.test(actor);
  const own = { source: isKnown ? { actor, network } : { actor: "nobody", network }, hour };
  const all = { source: anybody, hour };
  // The common count first: beyond it no further source is recorded.
  const isOver = !isKnown && (await countOf(connection, all)) >= refusalRows.nobody;
  const full = isOver ? all : (await countOf(connection, own)) >= refusalRows.source ? own : null;
  if (full !== null) {
    await add(connection, full, "left_out");
    return false;
  }
  for (const each of isKnown ? [own] : [own, all]) await add(connection, each, "told");
  return true;
}

type Counted = { readonly source: Source; readonly hour: number };

async function countOf(
  connection: Connection,
  { source: { actor, network }, hour }: Counted,
): Promise<number> {
  const sql = "SELECT told FROM refusals WHERE actor = ? AND network = ? AND hour = ?";
  const find = statement<[string, string, number], { told: number }>(connection, sql);
  return (await find.get(actor, network, hour))?.told ?? 0;
}

async function add(
  connection: Connection,
  { source: { actor, network }, hour }: Counted,
  column: "told" | "left_out",
): Promise<void> {
  const sql = `INSERT INTO refusals (actor, network, hour, ${column}) VALUES (?, ?, ?, 1)
    ON CONFLICT (actor, network, hour) DO UPDATE SET ${column} = refusals.${column} + 1`;
  await statement<[string, string, number]>(connection, sql).run(actor, network, hour);
}
