import { describe, expect, it } from "vitest";
import { signInForgottenUs } from "@/lib/domain/people/sign-in-wait";
import { openAccessStore, tester } from "@/lib/testing/access-store";
import type { Database } from "../port";
import { readValue } from "@/lib/testing/read-values";
import { addAccount } from "./accounts";
import { addPasswordLink, choosePassword, readPasswordLink } from "./password-links";
import { endedSessionUs, purgeAccess } from "./purge-access";
import { addSession, endSession, findSession } from "./sessions";
import { takeTry } from "./sign-in-tries";

const account = {
  publicId: "account-ada",
  email: "ada@example.com",
  name: "Ada",
  role: "cx",
  scope: null,
} as const;

async function storeWithAda() {
  const db = await openAccessStore();
  const { id } = await addAccount(db, account, tester, 1);
  return { db, id };
}

async function rowsOf(db: Database, table: string): Promise<unknown> {
  const sql = `SELECT count(*) AS rows FROM ${table}`;
  return db.read((connection) => readValue(connection, sql));
}

describe("tidying the accounts' file", () => {
  it("removes sessions a month after they ended, and none that lasts", async () => {
    const { db, id } = await storeWithAda();
    const session = { accountId: id, demoRole: null, network: "loopback", device: "Firefox" };
    const times = { createdUs: 10, expiresUs: 1000 };
    for (const keyHash of ["expired", "revoked"]) {
      await addSession(db, { ...session, ...times, keyHash, publicId: keyHash }, tester);
    }
    const lasting = { keyHash: "lasting", publicId: "lasting", expiresUs: 9e15 };
    await addSession(db, { ...session, ...times, ...lasting }, tester);
    const ended = { publicId: "revoked", accountId: null };
    await endSession(db, ended, "session-ended", tester, 500);
    await purgeAccess(db, 500 + endedSessionUs);
    expect(await rowsOf(db, "sessions")).toBe(3);
    await purgeAccess(db, 501 + endedSessionUs);
    expect(await rowsOf(db, "sessions")).toBe(2);
    await purgeAccess(db, 1001 + endedSessionUs);
    expect(await rowsOf(db, "sessions")).toBe(1);
    expect(await findSession(db, "lasting", 1001 + endedSessionUs, 9e15)).not.toBeNull();
  });

  it("removes tries only when they count no more", async () => {
    const { db } = await storeWithAda();
    await takeTry(db, [{ key: "a", free: 5 }], 10);
    await purgeAccess(db, 10 + signInForgottenUs);
    expect(await rowsOf(db, "sign_in_tries")).toBe(1);
    await purgeAccess(db, 11 + signInForgottenUs);
    expect(await rowsOf(db, "sign_in_tries")).toBe(0);
  });

  it("removes links that were used or ended, and keeps the one that can be used", async () => {
    const { db } = await storeWithAda();
    const link = { publicId: account.publicId, expiresUs: 100 };
    await addPasswordLink(db, { ...link, codeHash: "used" }, tester, 2);
    await choosePassword(db, { codeHash: "used", passwordHash: "h", draft: null }, "loopback", 3);
    await addPasswordLink(db, { ...link, codeHash: "open" }, tester, 4);
    await purgeAccess(db, 99);
    expect(await rowsOf(db, "password_links")).toBe(1);
    expect(await readPasswordLink(db, "open", 99)).not.toBeNull();
    await purgeAccess(db, 100);
    expect(await rowsOf(db, "password_links")).toBe(0);
  });
});
