import "server-only";
import type { Account, Session, Token } from "@/lib/domain/people/account";
import { nowUs } from "@/lib/clock/server";
import { findAccountById, readAccounts } from "@/lib/store/access/accounts";
import { readSessions } from "@/lib/store/access/sessions";
import { readTokens } from "@/lib/store/access/tokens";
import { accessDb } from "./access-db";
import { sessionIdleUs } from "./sign-in/session-times";

export type AccessPage = {
  readonly accounts: readonly Account[];
  readonly sessions: readonly Session[];
  readonly tokens: readonly Token[];
};

/** Loads accounts, sessions and tokens. */
export async function loadAccessPage(): Promise<AccessPage> {
  const db = await accessDb();
  return {
    accounts: await readAccounts(db),
    sessions: await readSessions(db, null, nowUs(), sessionIdleUs),
    tokens: await readTokens(db),
  };
}

/** The names of tokens by their public ids. */
export async function loadTokenNames(): Promise<Readonly<Record<string, string>>> {
  const tokens = await readTokens(await accessDb());
  return Object.fromEntries(tokens.map(({ publicId, name }) => [publicId, name]));
}

/** The active sessions of one account, and whether it has a password. */
export async function loadOwnAccount(
  accountId: number,
  publicId: string,
): Promise<{ readonly sessions: readonly Session[]; readonly hasPassword: boolean }> {
  const db = await accessDb();
  return {
    sessions: await readSessions(db, accountId, nowUs(), sessionIdleUs),
    hasPassword: (await findAccountById(db, publicId))?.signsInBy === "password",
  };
}
