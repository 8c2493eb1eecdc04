import type { Session } from "@/lib/domain/people/account";
import type { Doer } from "@/lib/domain/people/audit";
import type { Role, Scope } from "@/lib/domain/people/permission";
import { statement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { appendAudit } from "./append-audit";

/** A new session; `keyHash` is the hash of its cookie's key. */
export type NewSession = Omit<Session, "revokedUs" | "seenUs"> & { readonly keyHash: string };

/** The current account of a session. */
export type SessionHolder = {
  readonly session: Pick<Session, "publicId" | "seenUs">;
  /** Null in a session of the demo. */
  readonly account: {
    readonly id: number;
    readonly publicId: string;
    readonly name: string;
    readonly scope: Scope | null;
  } | null;
  readonly role: Role;
};

/** Stores a session and audits the sign-in. */
export function addSession(db: Database, session: NewSession, by: Doer): Promise<void> {
  return db.write(async (connection) => {
    const sql = `INSERT INTO sessions
        (key_hash, public_id, account_id, demo_role, created_us, seen_us, expires_us, network, device)
      VALUES (@keyHash, @publicId, @accountId, @demoRole, @createdUs, @createdUs, @expiresUs, @network, @device)`;
    await statement<[NewSession]>(connection, sql).run(session);
    const { publicId: target, createdUs, demoRole, device } = session;
    const workspace = demoRole === null ? null : "demo";
    const after = demoRole === null ? { device } : { device, role: demoRole };
    const action = "signed-in" as const;
    await appendAudit(
      connection,
      { ...by, action, workspace, target, before: null, after },
      createdUs,
    );
  });
}

/**
 * The session of a key; null where it ended, or its account did.
 * @param idleUs after which an unused session ends
 */
export function findSession(
  db: Database,
  keyHash: string,
  nowUs: number,
  idleUs: number,
): Promise<SessionHolder | null> {
  const sql = `SELECT s.public_id AS publicId, s.seen_us AS seenUs, s.demo_role AS demoRole,
      a.id, a.public_id AS accountPublicId, a.name, a.role, a.scope
    FROM sessions s LEFT JOIN accounts a ON a.id = s.account_id
    WHERE s.key_hash = @keyHash AND s.revoked_us IS NULL AND s.expires_us > @nowUs
      AND s.seen_us > @nowUs - @idleUs AND a.disabled_us IS NULL`;
  return db.read(async (connection) => {
    const params = { keyHash, nowUs, idleUs };
    const row = await statement<[typeof params], HolderRow>(connection, sql).get(params);
    return row === undefined ? null : holderOf(row);
  });
}

type HolderRow = {
  readonly publicId: string;
  readonly seenUs: number;
  readonly demoRole: Role | null;
  readonly id: number | null;
  readonly accountPublicId: string | null;
  readonly name: string | null;
  readonly role: Role | null;
  readonly scope: Json<Scope> | null;
};

function holderOf(row: HolderRow): SessionHolder | null {
  const session = { publicId: row.publicId, seenUs: row.seenUs };
  if (row.demoRole !== null) return { session, account: null, role: row.demoRole };
  const { id, accountPublicId: publicId, name, role } = row;
  if (id === null || publicId === null || name === null || role === null) return null;
  const scope = row.scope === null ? null : fromJson(row.scope);
  return { session, account: { id, publicId, name, scope }, role };
}

/** Notes that a session is in use. */
export function touchSession(db: Database, keyHash: string, nowUs: number): Promise<void> {
  return db.write(async (connection) => {
    const sql =
      "UPDATE sessions SET seen_us = @nowUs WHERE key_hash = @keyHash AND seen_us < @nowUs";
    await statement<[{ nowUs: number; keyHash: string }]>(connection, sql).run({ nowUs, keyHash });
  });
}

/** The active sessions, latest use first. @param accountId of one account, or null for all */
export function readSessions(
  db: Database,
  accountId: number | null,
  nowUs: number,
  idleUs: number,
): Promise<Session[]> {
  const sql = `SELECT public_id AS publicId, account_id AS accountId, demo_role AS demoRole,
      created_us AS createdUs, seen_us AS seenUs, expires_us AS expiresUs, revoked_us AS revokedUs,
      network, device
    FROM sessions WHERE revoked_us IS NULL AND expires_us > @nowUs AND seen_us > @nowUs - @idleUs
      AND (account_id = @accountId OR @accountId IS NULL)
    ORDER BY seen_us DESC, public_id`;
  const params = { accountId, nowUs, idleUs };
  return db.read((connection) => statement<[typeof params], Session>(connection, sql).all(params));
}

/**
 * Ends a session at once.
 * @param accountId the account that it must be of, or null where any may be ended
 * @param action "signed-out" where its own holder ends it
 * @returns false where there is none such
 */
export function endSession(
  db: Database,
  { publicId, accountId }: { readonly publicId: string; readonly accountId: number | null },
  action: "signed-out" | "session-ended",
  by: Doer,
  nowUs: number,
): Promise<boolean> {
  const sql = `UPDATE sessions SET revoked_us = @nowUs WHERE public_id = @publicId
    AND revoked_us IS NULL AND (account_id = @accountId OR @accountId IS NULL)`;
  return db.write(async (connection) => {
    const named = { publicId, accountId, nowUs };
    if ((await statement<[typeof named]>(connection, sql).run(named)).changes === 0) return false;
    const entry = { workspace: null, target: publicId, before: null, after: null };
    await appendAudit(connection, { ...by, action, ...entry }, nowUs);
    return true;
  });
}

/** Ends all sessions of an account at once. @returns how many */
export function endSessionsOfAccount(
  db: Database,
  { id, publicId }: { readonly id: number; readonly publicId: string },
  by: Doer,
  nowUs: number,
): Promise<number> {
  return db.write(async (connection) => {
    const ended = await endSessionsOf(connection, id, nowUs);
    const entry = { workspace: null, target: publicId, before: null, after: { sessions: ended } };
    await appendAudit(connection, { ...by, action: "session-ended", ...entry }, nowUs);
    return ended;
  });
}

/** Inside a transaction: ends all sessions of an account. @param but the public id of one that goes on @returns how many */
export async function endSessionsOf(
  connection: Connection,
  accountId: number,
  nowUs: number,
  but: string | null = null,
): Promise<number> {
  const sql = `UPDATE sessions SET revoked_us = ? WHERE account_id = ? AND revoked_us IS NULL
    AND public_id IS DISTINCT FROM ?`;
  const end = statement<[number, number, string | null]>(connection, sql);
  return (await end.run(nowUs, accountId, but)).changes;
}
