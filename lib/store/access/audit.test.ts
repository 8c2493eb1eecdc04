import fc from "fast-check";
import { isOnPostgres } from "@/lib/testing/postgres/test-server";
import { describe, expect, it } from "vitest";
import type { AuditEntry } from "@/lib/domain/people/audit";
import { firstPreviousHash } from "@/lib/domain/people/audit";
import { openAccessStore } from "@/lib/testing/access-store";
import { runs } from "@/lib/testing/runs";
import type { Database } from "../port";
import { recordAudit } from "./append-audit";
import { readAudit } from "./read-audit";
import { verifyAudit } from "./verify-audit";

const entry: AuditEntry = {
  actor: "account-1",
  action: "exported",
  workspace: "main",
  target: "cases.csv",
  network: "loopback",
  before: null,
  after: { filter: "channel=voice" },
};

async function storeOf(rows: number): Promise<Database> {
  const db = await openAccessStore();
  for (let row = 1; row <= rows; row += 1) {
    await recordAudit(db, { ...entry, target: `list ${String(row)}` }, row);
  }
  return db;
}

const onTable = isOnPostgres() ? " ON audit" : "";

/** Does what somebody does who has the file, or the server, and its shell. */
function tamper(db: Database, sql: string): Promise<void> {
  return db.write(async (connection) => {
    for (const name of ["audit_is_never_changed", "audit_is_never_removed"])
      await connection.exec(`DROP TRIGGER IF EXISTS ${name}${onTable}`);
    await connection.exec(sql);
  });
}

describe("the audit", () => {
  it("is unbroken as it was written, and its head is the last row's hash", async () => {
    const db = await storeOf(3);
    const { rows } = await readAudit(db, nothing, { page: 1, size: 10 });
    expect(await verifyAudit(db, rows[0]?.hash ?? "")).toEqual({
      rows: 3,
      head: rows[0]?.hash,
      erased: 0,
      faults: [],
      holdsHead: true,
    });
  });

  it("is whole where nothing was written yet", async () => {
    const check = await verifyAudit(await openAccessStore(), null);
    expect(check).toEqual({
      rows: 0,
      head: firstPreviousHash,
      erased: 0,
      faults: [],
      holdsHead: null,
    });
  });

  it("stays unbroken whatever texts it is given", async () => {
    const db = await openAccessStore();
    const texts = ["\ud800x", "\u0000", "x\udfff", "\ufffe", "é", ""];
    for (const text of texts) {
      const after = { [text]: text };
      await recordAudit(db, { ...entry, actor: text, target: text, network: text, after }, 1);
    }
    expect((await verifyAudit(db, null)).faults).toEqual([]);
  });

  it("lets no row be changed or removed", async () => {
    const db = await storeOf(2);
    for (const sql of ["UPDATE audit SET actor = 'x'", "DELETE FROM audit"]) {
      await expect(db.write((connection) => connection.exec(sql))).rejects.toThrow("only added to");
    }
  });

  it("names the row of which any one byte was changed", async () => {
    const columns = ["at_us", "actor", "action", "workspace", "target", "network", "after"];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...columns),
        fc.integer({ min: 1, max: 5 }),
        async (column, seq) => {
          const db = await storeOf(5);
          await tamper(
            db,
            `UPDATE audit SET ${column} = ${column === "at_us" ? "at_us + 1" : `${column} || '1'`}
              WHERE seq = ${String(seq)}`,
          );
          const { faults } = await verifyAudit(db, null);
          expect(faults).toEqual([{ seq, kind: "edited", missingFrom: null }]);
        },
      ),
      { numRuns: runs(30) },
    );
  });

  it.each([0, -5])("finds a row put before the first as number %i", async (seq) => {
    const db = await storeOf(3);
    await tamper(
      db,
      `INSERT INTO audit SELECT ${String(seq)}, at_us, actor, action, workspace, target, network,
        before, after, previous_hash, hash FROM audit WHERE seq = 2`,
    );
    expect((await verifyAudit(db, null)).faults).toEqual([
      { seq, kind: "inserted", missingFrom: null },
    ]);
  });

  it("names the rows that were removed", async () => {
    const db = await storeOf(6);
    await tamper(db, "DELETE FROM audit WHERE seq IN (3, 4)");
    expect((await verifyAudit(db, null)).faults).toEqual([
      { seq: 5, kind: "missing", missingFrom: 3 },
    ]);
  });

  it("names a row that was rewritten with a hash that fits it: the next one follows another", async () => {
    const db = await storeOf(4);
    const other = await storeOf(1);
    await recordAudit(other, { ...entry, actor: "somebody-else" }, 2);
    const forged = (await readAudit(other, nothing, { page: 1, size: 1 })).rows[0];
    await tamper(
      db,
      `UPDATE audit SET actor = '${forged?.actor ?? ""}', target = '${forged?.target ?? ""}', hash = '${forged?.hash ?? ""}' WHERE seq = 2`,
    );
    expect((await verifyAudit(db, null)).faults).toEqual([
      { seq: 3, kind: "moved", missingFrom: null },
    ]);
  });

  it("names rows whose places were exchanged", async () => {
    const db = await storeOf(4);
    await tamper(
      db,
      "UPDATE audit SET seq = -2 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = -2",
    );
    const { faults } = await verifyAudit(db, null);
    expect(faults.map(({ seq, kind }) => [seq, kind])).toEqual([
      [2, "edited"],
      [3, "edited"],
      [4, "moved"],
    ]);
  });

  it("shows by a head kept elsewhere that rows were taken off the end", async () => {
    const db = await storeOf(4);
    const { head } = await verifyAudit(db, null);
    await tamper(db, "DELETE FROM audit WHERE seq = 4");
    expect(await verifyAudit(db, head)).toMatchObject({ faults: [], holdsHead: false });
  });

  it("is read newest first, by who, what and to what", async () => {
    const db = await storeOf(3);
    await recordAudit(db, { ...entry, actor: "account-2", action: "refused", target: "ingest" }, 9);
    const seqs = async (filter: Partial<typeof nothing>) =>
      (await readAudit(db, { ...nothing, ...filter }, { page: 1, size: 2 })).rows.map(
        ({ seq }) => seq,
      );
    expect(await seqs({})).toEqual([4, 3]);
    expect(await seqs({ actor: "account-1" })).toEqual([3, 2]);
    expect(await seqs({ action: "refused" })).toEqual([4]);
    expect(await seqs({ target: "st 2" })).toEqual([2]);
    expect(await seqs({ fromUs: 2, toUs: 3 })).toEqual([2]);
  });
});

const nothing: Parameters<typeof readAudit>[1] = {
  actor: null,
  action: null,
  target: null,
  fromUs: null,
  toUs: null,
};
