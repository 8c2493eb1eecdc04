import type { Account } from "@/lib/domain/people/account";
import type { Doer } from "@/lib/domain/people/audit";
import { DomainError } from "@/lib/domain/domain-error";
import { statement, type Connection, type Database } from "../port";
import { accountWhere, insertAccount, type AccountDraft } from "./accounts";
import { appendAudit } from "./append-audit";
import { endSessionsOf } from "./sessions";

/** What the audit calls the account that the first link makes, before there is one. */
const firstAdminTarget = "first-admin";

type LinkRow = { readonly accountId: number | null };

/** The account that a link shows. */
export type PasswordLink =
  | { readonly kind: "first-admin" }
  | { readonly kind: "account"; readonly account: Account };

/** Makes a link by which an account chooses its password; older ones of the account end. */
export function addPasswordLink(
  db: Database,
  {
    codeHash,
    publicId,
    expiresUs,
  }: Readonly<Record<"codeHash" | "publicId", string>> & {
    readonly expiresUs: number;
  },
  by: Doer,
  nowUs: number,
): Promise<void> {
  return db.write(async (connection) => {
    const account = await accountWhere(
      connection,
      "public_id = ? AND disabled_us IS NULL",
      publicId,
    );
    if (account === null) throw new DomainError("not-found", "There is no such account.");
    await keepLink(connection, { codeHash, accountId: account.id, expiresUs, nowUs });
    const entry = { workspace: null, target: publicId, before: null, after: null };
    await appendAudit(connection, { ...by, action: "password-link-made", ...entry }, nowUs);
  });
}

/** Makes the link for the first admin; an older one ends. @returns false where there is an account */
export function addFirstAdminLink(
  db: Database,
  { codeHash, expiresUs }: { readonly codeHash: string; readonly expiresUs: number },
  by: Doer,
  nowUs: number,
): Promise<boolean> {
  return db.write(async (connection) => {
    if (await hasAccount(connection)) return false;
    await keepLink(connection, { codeHash, accountId: null, expiresUs, nowUs });
    const entry = { workspace: null, target: firstAdminTarget, before: null, after: null };
    await appendAudit(connection, { ...by, action: "password-link-made", ...entry }, nowUs);
    return true;
  });
}

/** The account of a link; null where it ended or never was. */
export function readPasswordLink(
  db: Database,
  codeHash: string,
  nowUs: number,
): Promise<PasswordLink | null> {
  return db.read((connection) => linkOf(connection, codeHash, nowUs));
}

/**
 * Uses up a link: sets the account's password and ends its sessions.
 * @param draft of the first admin, for a link that makes one
 * @throws DomainError where the link ended, or somebody else was the first
 */
export function choosePassword(
  db: Database,
  {
    codeHash,
    passwordHash,
    draft,
  }: {
    readonly codeHash: string;
    readonly passwordHash: string;
    readonly draft: AccountDraft | null;
  },
  network: string,
  nowUs: number,
): Promise<Account> {
  return db.write(async (connection) => {
    const link = await linkOf(connection, codeHash, nowUs);
    if (link === null) throw new DomainError("not-found", endedLink);
    const account =
      link.kind === "account" ? link.account : await firstAdmin(connection, draft, network, nowUs);
    const use = statement<[number, string]>(connection, useLink);
    await use.run(nowUs, codeHash);
    const set = "UPDATE accounts SET password_hash = ? WHERE id = ?";
    await statement<[string, number]>(connection, set).run(passwordHash, account.id);
    await endSessionsOf(connection, account.id, nowUs);
    const by = { actor: account.publicId, network };
    const after = { link: link.kind };
    const entry = { workspace: null, target: account.publicId, before: null, after };
    await appendAudit(connection, { ...by, action: "password-chosen", ...entry }, nowUs);
    return account;
  });
}

/** The message for a link that cannot be used. */
export const endedLink =
  "This link was used already or has ended. Ask for another one, or make one with: throughline user reset <e-mail>";

const useLink = "UPDATE password_links SET used_us = ? WHERE code_hash = ?";

async function firstAdmin(
  connection: Connection,
  draft: AccountDraft | null,
  network: string,
  nowUs: number,
): Promise<Account> {
  if (draft === null || (await hasAccount(connection)))
    throw new DomainError("not-found", endedLink);
  return insertAccount(connection, draft, { actor: draft.publicId, network }, nowUs);
}

async function linkOf(
  connection: Connection,
  codeHash: string,
  nowUs: number,
): Promise<PasswordLink | null> {
  const sql = `SELECT account_id AS accountId FROM password_links
    WHERE code_hash = ? AND used_us IS NULL AND expires_us > ?`;
  const row = await statement<[string, number], LinkRow>(connection, sql).get(codeHash, nowUs);
  if (row === undefined) return null;
  if (row.accountId === null)
    return (await hasAccount(connection)) ? null : { kind: "first-admin" };
  const account = await accountWhere(connection, "id = ? AND disabled_us IS NULL", row.accountId);
  return account === null ? null : { kind: "account", account };
}

async function keepLink(
  connection: Connection,
  link: {
    readonly codeHash: string;
    readonly accountId: number | null;
    readonly expiresUs: number;
    readonly nowUs: number;
  },
): Promise<void> {
  const end =
    "UPDATE password_links SET used_us = ? WHERE account_id IS NOT DISTINCT FROM ? AND used_us IS NULL";
  await statement<[number, number | null]>(connection, end).run(link.nowUs, link.accountId);
  const add = "INSERT INTO password_links (code_hash, account_id, expires_us) VALUES (?, ?, ?)";
  const insert = statement<[string, number | null, number]>(connection, add);
  await insert.run(link.codeHash, link.accountId, link.expiresUs);
}

async function hasAccount(connection: Connection): Promise<boolean> {
  return (await statement(connection, "SELECT 1 FROM accounts LIMIT 1").get()) !== undefined;
}
