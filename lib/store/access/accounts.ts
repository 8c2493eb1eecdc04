import type { Account } from "@/lib/domain/people/account";
import type { AuditAction, Doer } from "@/lib/domain/people/audit";
import { DomainError } from "@/lib/domain/domain-error";
import type { Role, Scope } from "@/lib/domain/people/permission";
import { statement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { appendAudit } from "./append-audit";
import { endSessionsOf } from "./sessions";

type AccountRow = Omit<Account, "scope" | "signsInBy"> & {
  readonly scope: Json<Scope> | null;
  readonly hasPassword: 0 | 1;
  readonly hasProvider: 0 | 1;
};

const columns = `id, public_id AS publicId, email, name, role, scope, created_us AS createdUs,
  disabled_us AS disabledUs, password_hash IS NOT NULL AS hasPassword, subject IS NOT NULL AS hasProvider`;

/** The role and scope of an account. */
export type AccountDraft = Pick<Account, "publicId" | "email" | "name" | "role" | "scope">;

/** The identity at the provider of an OIDC sign-in. */
export type ProviderIdentity = { readonly issuer: string; readonly subject: string };

/** All accounts, by name. */
export function readAccounts(db: Database): Promise<Account[]> {
  return db.read(async (connection) =>
    (
      await statement<[], AccountRow>(
        connection,
        `SELECT ${columns} FROM accounts ORDER BY name, id`,
      ).all()
    ).map(accountOf),
  );
}

/** Whether anybody may sign in as an admin, or was invited to. */
export function hasAdmin(db: Database): Promise<boolean> {
  return db.read(async (connection) => (await countAdmins(connection)) > 0);
}

/** Whether anybody has an account, or had one. */
export function hasAccounts(db: Database): Promise<boolean> {
  const sql = "SELECT 1 FROM accounts LIMIT 1";
  return db.read(async (connection) => (await statement(connection, sql).get()) !== undefined);
}

/** The account of an e-mail address, normalised. */
export function findAccount(db: Database, email: string): Promise<Account | null> {
  return db.read((connection) => accountWhere(connection, "email = ?", email.toLowerCase()));
}

/** The account of a public id; null where there is none. */
export function findAccountById(db: Database, publicId: string): Promise<Account | null> {
  return db.read((connection) => accountWhere(connection, "public_id = ?", publicId));
}

/** An account with the hash of its password, for a sign-in; null where nobody has that address. */
export function findPassword(
  db: Database,
  email: string,
): Promise<{ readonly account: Account; readonly passwordHash: string | null } | null> {
  return db.read(async (connection) => {
    const account = await accountWhere(connection, "email = ?", email.toLowerCase());
    if (account === null) return null;
    const sql = "SELECT password_hash AS passwordHash FROM accounts WHERE id = ?";
    const row = statement<[number], { passwordHash: string | null }>(connection, sql);
    return { account, passwordHash: (await row.get(account.id))?.passwordHash ?? null };
  });
}

/** @throws DomainError where the e-mail address has an account */
export function addAccount(
  db: Database,
  draft: AccountDraft,
  by: Doer,
  nowUs: number,
): Promise<Account> {
  return db.write((connection) => insertAccount(connection, draft, by, nowUs));
}

/** Inside a transaction. @throws DomainError where the e-mail address has an account */
export async function insertAccount(
  connection: Connection,
  { publicId, email, name, role, scope }: AccountDraft,
  by: Doer,
  nowUs: number,
): Promise<Account> {
  if ((await accountWhere(connection, "email = ?", email.toLowerCase())) !== null) {
    throw new DomainError("invalid-input", "Somebody has this e-mail address already.");
  }
  const sql = `INSERT INTO accounts (public_id, email, name, role, scope, created_us)
    VALUES (?, ?, ?, ?, ?, ?)`;
  const insert = statement<[string, string, string, string, string | null, number]>(
    connection,
    sql,
  );
  await insert.run(publicId, email.toLowerCase(), name, role, scopeJson(scope), nowUs);
  await note(connection, "account-added", { publicId, after: { role, scope } }, by, nowUs);
  return required(await accountWhere(connection, "public_id = ?", publicId));
}

/**
 * Changes an account's role or scope. Its sessions go on, with the new role.
 * @throws DomainError where it would leave no admin, or there is no such account
 */
export function changeAccount(
  db: Database,
  publicId: string,
  { role, scope }: { readonly role: Role; readonly scope: Scope | null },
  by: Doer,
  nowUs: number,
): Promise<void> {
  return db.write(async (connection) => {
    const account = required(await accountWhere(connection, "public_id = ?", publicId));
    const sql = "UPDATE accounts SET role = ?, scope = ? WHERE id = ?";
    const update = statement<[string, string | null, number]>(connection, sql);
    await update.run(role, scopeJson(scope), account.id);
    if (account.role === "admin") await refuseWithoutAdmin(connection);
    const before = { role: account.role, scope: account.scope };
    await note(
      connection,
      "account-changed",
      { publicId, before, after: { role, scope } },
      by,
      nowUs,
    );
  });
}

/**
 * Ends an account: it signs in no more, and its sessions end. Its audit rows stay.
 * @throws DomainError where it would leave no admin, or there is no such account
 */
export function disableAccount(
  db: Database,
  publicId: string,
  by: Doer,
  nowUs: number,
): Promise<void> {
  return db.write(async (connection) => {
    const account = required(await accountWhere(connection, "public_id = ?", publicId));
    const sql = "UPDATE accounts SET disabled_us = ? WHERE id = ? AND disabled_us IS NULL";
    const { changes } = await statement<[number, number]>(connection, sql).run(nowUs, account.id);
    if (changes === 0) return;
    if (account.role === "admin") await refuseWithoutAdmin(connection);
    await endSessionsOf(connection, account.id, nowUs);
    await note(connection, "account-disabled", { publicId }, by, nowUs);
  });
}

/** Reactivates an ended account; its former sessions stay ended. */
export function enableAccount(
  db: Database,
  publicId: string,
  by: Doer,
  nowUs: number,
): Promise<void> {
  return db.write(async (connection) => {
    const account = required(await accountWhere(connection, "public_id = ?", publicId));
    if (account.disabledUs === null) return;
    const sql = "UPDATE accounts SET disabled_us = NULL WHERE id = ?";
    await statement<[number]>(connection, sql).run(account.id);
    await note(connection, "account-enabled", { publicId }, by, nowUs);
  });
}

/** Changes an account's password and ends its sessions but the one it was changed from. */
export function changePassword(
  db: Database,
  { id, publicId, sessionId }: Pick<Account, "id" | "publicId"> & { readonly sessionId: string },
  passwordHash: string,
  by: Doer,
  nowUs: number,
): Promise<void> {
  return db.write(async (connection) => {
    const sql = "UPDATE accounts SET password_hash = ? WHERE id = ?";
    await statement<[string, number]>(connection, sql).run(passwordHash, id);
    await endSessionsOf(connection, id, nowUs, sessionId);
    await note(connection, "password-chosen", { publicId }, by, nowUs);
  });
}

/** The account of a provider's identity; null where there is none. */
export function findProviderAccount(
  db: Database,
  { issuer, subject }: ProviderIdentity,
): Promise<Account | null> {
  return db.read((connection) =>
    accountWhere(connection, "issuer = ? AND subject = ?", issuer, subject),
  );
}

/**
 * Links an account to a provider's identity in place of its password, and ends its sessions.
 * @throws DomainError where there is no such account, or the identity belongs to another
 */
export function linkProvider(
  db: Database,
  publicId: string,
  { issuer, subject }: ProviderIdentity,
  by: Doer,
  nowUs: number,
): Promise<void> {
  return db.write(async (connection) => {
    const account = required(
      await accountWhere(connection, "public_id = ? AND subject IS NULL", publicId),
    );
    const sql = "UPDATE accounts SET issuer = ?, subject = ?, password_hash = NULL WHERE id = ?";
    const update = statement<[string, string, number]>(connection, sql);
    await update.run(issuer, subject, account.id);
    await endSessionsOf(connection, account.id, nowUs);
    const before = { signsInBy: account.signsInBy };
    const after = { signsInBy: "provider" };
    await note(connection, "account-changed", { publicId, before, after }, by, nowUs);
  });
}

/** Inside a transaction; null where there is no such account. */
export async function accountWhere(
  connection: Connection,
  condition: string,
  ...values: readonly (string | number)[]
): Promise<Account | null> {
  const sql = `SELECT ${columns} FROM accounts WHERE ${condition}`;
  const row = await statement<(string | number)[], AccountRow>(connection, sql).get(...values);
  return row === undefined ? null : accountOf(row);
}

function accountOf({ scope, hasPassword, hasProvider, ...account }: AccountRow): Account {
  const byPassword = hasPassword === 1 ? "password" : "nothing";
  return {
    ...account,
    scope: scope === null ? null : fromJson(scope),
    signsInBy: hasProvider === 1 ? "provider" : byPassword,
  };
}

async function countAdmins(connection: Connection): Promise<number> {
  const sql =
    "SELECT count(*) AS admins FROM accounts WHERE role = 'admin' AND scope IS NULL AND disabled_us IS NULL";
  return (await statement<[], { admins: number }>(connection, sql).get())?.admins ?? 0;
}

async function refuseWithoutAdmin(connection: Connection): Promise<void> {
  if ((await countAdmins(connection)) > 0) return;
  throw new DomainError(
    "invalid-input",
    "This would leave no admin who sees everything; make somebody else one first.",
  );
}

function scopeJson(scope: Scope | null): string | null {
  return scope === null ? null : JSON.stringify(scope);
}

function required(account: Account | null): Account {
  if (account !== null) return account;
  throw new DomainError("not-found", "There is no such account.");
}

async function note(
  connection: Connection,
  action: AuditAction,
  change: { readonly publicId: string; readonly before?: unknown; readonly after?: unknown },
  by: Doer,
  nowUs: number,
): Promise<void> {
  const { publicId, before = null, after = null } = change;
  await appendAudit(
    connection,
    { ...by, action, workspace: null, target: publicId, before, after },
    nowUs,
  );
}
