import type { Token, TokenPermission } from "@/lib/domain/people/account";
import type { Doer } from "@/lib/domain/people/audit";
import type { Scope } from "@/lib/domain/people/permission";
import { statement, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { appendAudit } from "./append-audit";

type TokenRow = Omit<Token, "permissions" | "scope"> & {
  readonly permissions: Json<readonly TokenPermission[]>;
  readonly scope: Json<Scope> | null;
};

const columns = `public_id AS publicId, name, permissions, scope, created_us AS createdUs,
  expires_us AS expiresUs, revoked_us AS revokedUs, used_us AS usedUs`;

/** All tokens, newest first. */
export function readTokens(db: Database): Promise<Token[]> {
  return db.read(async (connection) =>
    (
      await statement<[], TokenRow>(
        connection,
        `SELECT ${columns} FROM tokens ORDER BY id DESC`,
      ).all()
    ).map(tokenOf),
  );
}

/** The token of a secret; also an ended one, so that the response can say so. */
export function findToken(db: Database, secretHash: string): Promise<Token | null> {
  return db.read(async (connection) => {
    const sql = `SELECT ${columns} FROM tokens WHERE secret_hash = ?`;
    const row = await statement<[string], TokenRow>(connection, sql).get(secretHash);
    return row === undefined ? null : tokenOf(row);
  });
}

/** Stores a token and audits it. */
export function addToken(
  db: Database,
  token: Pick<Token, "publicId" | "name" | "permissions" | "scope" | "expiresUs"> & {
    readonly secretHash: string;
  },
  by: Doer,
  nowUs: number,
): Promise<void> {
  return db.write(async (connection) => {
    const { publicId: target, permissions, scope, expiresUs } = token;
    const kept = {
      permissions: JSON.stringify(permissions),
      scope: scope === null ? null : JSON.stringify(scope),
    };
    const row = { ...token, ...kept, nowUs };
    const sql = `INSERT INTO tokens (public_id, name, permissions, scope, secret_hash, created_us, expires_us)
      VALUES (@publicId, @name, @permissions, @scope, @secretHash, @nowUs, @expiresUs)`;
    await statement<[typeof row]>(connection, sql).run(row);
    const entry = {
      workspace: null,
      target,
      before: null,
      after: { permissions, scope, expiresUs },
    };
    await appendAudit(connection, { ...by, action: "token-made", ...entry }, nowUs);
  });
}

/** Ends a token at once. @returns false where there is no active one */
export function revokeToken(
  db: Database,
  publicId: string,
  by: Doer,
  nowUs: number,
): Promise<boolean> {
  return db.write(async (connection) => {
    const sql = "UPDATE tokens SET revoked_us = ? WHERE public_id = ? AND revoked_us IS NULL";
    if ((await statement<[number, string]>(connection, sql).run(nowUs, publicId)).changes === 0)
      return false;
    const entry = { workspace: null, target: publicId, before: null, after: null };
    await appendAudit(connection, { ...by, action: "token-revoked", ...entry }, nowUs);
    return true;
  });
}

/** Notes when a token was last used. */
export function touchToken(db: Database, publicId: string, nowUs: number): Promise<void> {
  return db.write(async (connection) => {
    const sql = "UPDATE tokens SET used_us = ? WHERE public_id = ?";
    await statement<[number, string]>(connection, sql).run(nowUs, publicId);
  });
}

function tokenOf({ permissions, scope, ...token }: TokenRow): Token {
  const limits = scope === null ? null : fromJson(scope);
  return { ...token, permissions: fromJson(permissions), scope: limits };
}
