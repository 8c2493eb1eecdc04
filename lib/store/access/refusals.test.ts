import { describe, expect, it } from "vitest";
import type { AuditEntry } from "@/lib/domain/people/audit";
import { openAccessStore } from "@/lib/testing/access-store";
import { statement, type Database } from "../port";
import { readAudit } from "./read-audit";
import { addRefusal, refusalRows } from "./refusals";
import { verifyAudit } from "./verify-audit";

const hourUs = 3_600_000_000;
const failed: AuditEntry = {
  actor: "nobody",
  action: "sign-in-failed",
  workspace: null,
  target: "somebody",
  network: "192.0.2.0/24",
  before: null,
  after: null,
};
const everything = { actor: null, action: null, target: null, fromUs: null, toUs: null };

async function refuse(db: Database, times: number, entry: AuditEntry, atUs: number) {
  for (let time = 0; time < times; time += 1) await addRefusal(db, entry, atUs);
}

async function rowsOf(db: Database, action: string) {
  const filter = { ...everything, action };
  return readAudit(db, filter, { page: 1, size: 10 });
}

describe("refusals in the audit", () => {
  it("get a row each up to a number an hour, then as one row of how many more", async () => {
    const db = await openAccessStore();
    await refuse(db, refusalRows.source + 7, failed, 5);
    expect((await rowsOf(db, "sign-in-failed")).total).toBe(refusalRows.source);
    expect((await rowsOf(db, "refusals-left-out")).total).toBe(0);
    await refuse(db, 1, failed, hourUs + 5);
    expect((await rowsOf(db, "sign-in-failed")).total).toBe(refusalRows.source + 1);
    expect((await rowsOf(db, "refusals-left-out")).rows).toMatchObject([
      {
        actor: "nobody",
        network: failed.network,
        after: JSON.stringify({ rows: 7, fromUs: 0, toUs: hourUs }),
      },
    ]);
    expect((await verifyAudit(db, null)).faults).toEqual([]);
  });

  it("of those without an account are bounded together, from however many networks", async () => {
    const db = await openAccessStore();
    for (let net = 0; net < refusalRows.nobody + 5; net += 1) {
      await addRefusal(db, { ...failed, network: `2001:db8:${net.toString(16)}::/48` }, 5);
    }
    expect((await rowsOf(db, "sign-in-failed")).total).toBe(refusalRows.nobody);
    const sql = "SELECT count(*) AS rows FROM refusals";
    const kept = await db.read((connection) => statement<unknown[]>(connection, sql).get());
    expect(kept).toEqual({ rows: refusalRows.nobody + 1 });
    await refuse(db, 1, failed, hourUs + 5);
    expect((await rowsOf(db, "refusals-left-out")).rows).toMatchObject([
      {
        actor: "nobody",
        network: "anywhere",
        after: expect.stringContaining('"rows":5') as string,
      },
    ]);
  });

  it("of an account get a row whatever strangers do", async () => {
    const db = await openAccessStore();
    for (let net = 0; net < refusalRows.nobody + 5; net += 1) {
      await addRefusal(db, { ...failed, network: `2001:db8:${net.toString(16)}::/48` }, 5);
    }
    await refuse(db, 1, { ...failed, actor: "account-1", action: "refused" }, 6);
    expect((await rowsOf(db, "refused")).total).toBe(1);
  });
});
