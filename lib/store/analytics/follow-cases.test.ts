import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { derivedCase } from "@/lib/testing/derived-case";
import { storeCases } from "@/lib/testing/memory-store";
import type { Database } from "../port";
import { openWriter } from "../open-database";
import { openAnalyticStore } from "./analytic-store";
import { followCases, type FollowedCases } from "./follow-cases";

it("has every case that is committed or changed by now", async () => {
  await withFolder(async (folder) => {
    const db = await openWriter(join(folder, "main.db"));
    const followed = followFile(db, folder);
    expect(await listed(followed)).toEqual([]);
    await storeCases(db, [named("C-1", "refund"), named("C-2", "refund"), named("C-3", "outage")]);
    expect(await listed(followed)).toEqual(["C-1 refund", "C-2 refund", "C-3 outage"]);
    await storeCases(db, [named("C-2", "billing"), named("C-4", "refund")]);
    expect(await listed(followed)).toEqual([
      ...["C-1 refund", "C-2 billing", "C-3 outage", "C-4 refund"],
    ]);
    followed.close();
    await db.close();
  });
});

it("goes on where a file ends, and reads all again where it is no copy of these cases", async () => {
  await withFolder(async (folder) => {
    const [path, copy] = [join(folder, "main.db"), join(folder, "copy.db")];
    const db = await openWriter(path);
    await storeCases(db, [named("C-1", "refund"), named("C-2", "refund")]);
    await db.close();
    copyFileSync(path, copy);
    const grown = await openWriter(path);
    await storeCases(grown, [named("C-3", "outage"), named("C-4", "outage")]);
    let opened: boolean[] = [];
    const followed = followFile(grown, folder, (isFresh) => opened.push(isFresh));
    expect(await listed(followed)).toHaveLength(4);
    followed.close();
    await storeCases(grown, [named("C-5", "outage")]);
    const again = followFile(grown, folder, (isFresh) => opened.push(isFresh));
    expect(await listed(again)).toHaveLength(5);
    expect(opened).toEqual([false, false]);
    again.close();
    await grown.close();
    // Restored, and changed otherwise since.
    opened = [];
    const restored = await openWriter(copy);
    await storeCases(restored, [named("C-8", "lost")]);
    const other = followFile(restored, folder, (isFresh) => opened.push(isFresh));
    expect(await listed(other)).toEqual(["C-1 refund", "C-2 refund", "C-8 lost"]);
    expect(opened).toEqual([false, true]);
    other.close();
    await restored.close();
  });
});

const named = (caseId: string, caseType: string) => derivedCase({ caseId, caseType });

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function followFile(
  db: Database,
  folder: string,
  onOpen: (isFresh: boolean) => void = () => undefined,
): FollowedCases {
  const file = join(folder, "main.analytics");
  return followCases(
    db,
    (isFresh) => {
      onOpen(isFresh);
      if (isFresh) for (const each of [file, `${file}.wal`]) rmSync(each, { force: true });
      return openAnalyticStore(file);
    },
    () => undefined,
  );
}

async function listed(followed: FollowedCases): Promise<readonly string[]> {
  const session = await followed.begin();
  const rows = await session.rows("SELECT case_id, kind FROM cases ORDER BY case_id");
  await session.end();
  return rows.map((row) => `${String(row["case_id"])} ${String(row["kind"])}`);
}
