import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/people/permission";
import { openAccessStore, tester } from "@/lib/testing/access-store";
import type { Database } from "../port";
import {
  addAccount,
  changeAccount,
  disableAccount,
  enableAccount,
  findAccount,
  hasAdmin,
} from "./accounts";
import {
  addFirstAdminLink,
  addPasswordLink,
  choosePassword,
  readPasswordLink,
} from "./password-links";
import { readAudit } from "./read-audit";
import { addSession, endSession, findSession, readSessions } from "./sessions";
import { addToken, findToken, revokeToken } from "./tokens";

const idleUs = 1000;

function draft(name: string, role: Role) {
  return { publicId: `account-${name}`, email: `${name}@example.com`, name, role, scope: null };
}

async function signIn(db: Database, accountId: number, keyHash: string, createdUs = 10) {
  const session = { keyHash, publicId: `session-${keyHash}`, accountId, demoRole: null, createdUs };
  const rest = { expiresUs: 5000, network: "loopback", device: "Firefox on Linux" };
  await addSession(db, { ...session, ...rest }, tester);
}

describe("accounts", () => {
  it("have an e-mail address however it is written, and no two the same", async () => {
    const db = await openAccessStore();
    await addAccount(db, { ...draft("ada", "admin"), email: "Ada@Example.com" }, tester, 1);
    expect((await findAccount(db, "ADA@example.COM"))?.name).toBe("ada");
    await expect(addAccount(db, draft("ada", "cx"), tester, 2)).rejects.toThrow("already");
  });

  it("always leave an admin who sees everything", async () => {
    const db = await openAccessStore();
    await addAccount(db, draft("ada", "admin"), tester, 1);
    await addAccount(db, draft("bob", "cx"), tester, 1);
    const scope = { regions: ["EU"], teams: [] };
    await expect(disableAccount(db, "account-ada", tester, 2)).rejects.toThrow("no admin");
    await expect(
      changeAccount(db, "account-ada", { role: "cx", scope: null }, tester, 2),
    ).rejects.toThrow("no admin");
    await expect(
      changeAccount(db, "account-ada", { role: "admin", scope }, tester, 2),
    ).rejects.toThrow("no admin");
    expect(await hasAdmin(db)).toBe(true);
    await changeAccount(db, "account-bob", { role: "admin", scope: null }, tester, 3);
    await disableAccount(db, "account-ada", tester, 4);
    expect(await hasAdmin(db)).toBe(true);
  });

  it("that were ended sign in again once they are enabled, and only anew", async () => {
    const db = await openAccessStore();
    const { id } = await addAccount(db, draft("bob", "cx"), tester, 1);
    await signIn(db, id, "k1");
    await disableAccount(db, "account-bob", tester, 2);
    await enableAccount(db, "account-bob", tester, 3);
    await enableAccount(db, "account-bob", tester, 4);
    expect((await findAccount(db, "bob@example.com"))?.disabledUs).toBeNull();
    expect(await findSession(db, "k1", 20, idleUs)).toBeNull();
    const filter = { actor: null, target: null, fromUs: null, toUs: null };
    const narrowed = { ...filter, action: "account-enabled" };
    expect((await readAudit(db, narrowed, { page: 1, size: 9 })).total).toBe(1);
  });

  it("that are no admin's change and end also where there is no admin yet", async () => {
    const db = await openAccessStore();
    await addAccount(db, draft("bob", "cx"), tester, 1);
    await changeAccount(db, "account-bob", { role: "engineer", scope: null }, tester, 2);
    await disableAccount(db, "account-bob", tester, 3);
    expect((await findAccount(db, "bob@example.com"))?.disabledUs).toBe(3);
  });

  it("count with their new role at the next request, and not at all once they ended", async () => {
    const db = await openAccessStore();
    await addAccount(db, draft("ada", "admin"), tester, 1);
    const { id } = await addAccount(db, draft("bob", "cx"), tester, 1);
    await signIn(db, id, "k1");
    await changeAccount(db, "account-bob", { role: "engineer", scope: null }, tester, 2);
    expect((await findSession(db, "k1", 20, idleUs))?.role).toBe("engineer");
    await disableAccount(db, "account-bob", tester, 3);
    expect(await findSession(db, "k1", 20, idleUs)).toBeNull();
  });
});

describe("sessions", () => {
  it("end when nobody used them, at their time, and when somebody ends them", async () => {
    const db = await openAccessStore();
    const { id } = await addAccount(db, draft("ada", "admin"), tester, 1);
    await signIn(db, id, "k1");
    await signIn(db, id, "k2", 4500);
    expect(await findSession(db, "k1", 1009, idleUs)).not.toBeNull();
    expect(await findSession(db, "k1", 1010, idleUs)).toBeNull();
    expect(await findSession(db, "k2", 4999, idleUs)).not.toBeNull();
    expect(await findSession(db, "k2", 5000, idleUs)).toBeNull();
    const ended = { publicId: "session-k2", accountId: id };
    expect(await endSession(db, ended, "session-ended", tester, 4600)).toBe(true);
    expect(await endSession(db, ended, "session-ended", tester, 4601)).toBe(false);
    expect(await readSessions(db, id, 4600, idleUs)).toEqual([]);
  });

  it("of others cannot be ended by somebody who is no admin", async () => {
    const db = await openAccessStore();
    const { id } = await addAccount(db, draft("ada", "admin"), tester, 1);
    await signIn(db, id, "k1");
    const foreign = { publicId: "session-k1", accountId: id + 1 };
    expect(await endSession(db, foreign, "session-ended", tester, 20)).toBe(false);
    expect(await findSession(db, "k1", 20, idleUs)).not.toBeNull();
  });
});

describe("links to choose a password", () => {
  it("make one admin, the first, once", async () => {
    const db = await openAccessStore();
    expect(await addFirstAdminLink(db, { codeHash: "c1", expiresUs: 100 }, tester, 1)).toBe(true);
    expect(await addFirstAdminLink(db, { codeHash: "c2", expiresUs: 100 }, tester, 2)).toBe(true);
    expect(await readPasswordLink(db, "c1", 3)).toBeNull();
    const choice = { codeHash: "c2", passwordHash: "hash", draft: draft("ada", "admin") };
    expect((await choosePassword(db, choice, "loopback", 4)).role).toBe("admin");
    await expect(choosePassword(db, choice, "loopback", 5)).rejects.toThrow("used already");
    expect(await addFirstAdminLink(db, { codeHash: "c3", expiresUs: 100 }, tester, 6)).toBe(false);
  });

  it("are ended by a newer one, by time, and by use, which ends the account's sessions", async () => {
    const db = await openAccessStore();
    const { id, publicId } = await addAccount(db, draft("ada", "admin"), tester, 1);
    await signIn(db, id, "k1");
    await addPasswordLink(db, { codeHash: "c1", publicId, expiresUs: 100 }, tester, 1);
    await addPasswordLink(db, { codeHash: "c2", publicId, expiresUs: 100 }, tester, 2);
    expect(await readPasswordLink(db, "c1", 3)).toBeNull();
    expect(await readPasswordLink(db, "c2", 100)).toBeNull();
    const choice = { codeHash: "c2", passwordHash: "hash", draft: null };
    await choosePassword(db, choice, "loopback", 50);
    expect(await findSession(db, "k1", 51, idleUs)).toBeNull();
    expect(await readPasswordLink(db, "c2", 51)).toBeNull();
  });
});

describe("tokens", () => {
  it("are found by their secret's hash, also when revoked", async () => {
    const db = await openAccessStore();
    const token = {
      publicId: "token-1",
      name: "gateway",
      permissions: ["ingest"] as const,
      scope: null,
    };
    await addToken(db, { ...token, expiresUs: null, secretHash: "h" }, tester, 1);
    expect(await revokeToken(db, "token-1", tester, 2)).toBe(true);
    expect(await revokeToken(db, "token-1", tester, 3)).toBe(false);
    expect(await findToken(db, "h")).toMatchObject({ ...token, revokedUs: 2 });
    expect(await findToken(db, "g")).toBeNull();
  });
});
