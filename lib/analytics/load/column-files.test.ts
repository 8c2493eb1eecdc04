import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { statement, type Database } from "@/lib/store/port";
import { openReader, openWriter } from "@/lib/store/open-database";
import { dayUs, derivedCase, firstUs } from "@/lib/testing/derived-case";
import { storeCases } from "@/lib/testing/memory-store";
import { everyCase } from "../filter/cases-query";
import { readCaseTable, saveCaseTable } from "./case-table";
import { keepColumnFiles } from "./column-files";

const asOfUs = firstUs + 100 * dayUs;
let folder = "";
let location = "";
let db: Database;
const opened: Database[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "throughline-columns-"));
  location = join(folder, "main.db");
  keepColumnFiles({ folder, program: "a" });
  db = await openWriter(location);
  await storeCases(
    db,
    ["C-1", "C-2", "C-3"].map((caseId) => derivedCase({ caseId })),
  );
});

afterEach(async () => {
  globalThis.throughlineColumnFiles = undefined;
  for (const each of [db, ...opened.splice(0)]) await each.close();
  rmSync(folder, { recursive: true });
});

/** A start of a server: its tables are new. @returns the number of cases it read from the database */
async function start(atUs = asOfUs) {
  const reader = openReader(location);
  opened.push(reader);
  const kept = await readCaseTable(reader, atUs);
  return { kept, reader, read: kept.saving.unsaved, count: kept.table.count };
}

async function saved(): Promise<void> {
  await saveCaseTable((await start()).reader);
}

const path = () => join(folder, "main.columns");

it("reads only what changed since the file was written", async () => {
  await saved();
  expect(await start()).toMatchObject({ read: 0, count: 3 });
  await storeCases(db, [derivedCase({ caseId: "C-2" }), derivedCase({ caseId: "C-4" })]);
  const { kept, read, count, reader } = await start(asOfUs + dayUs);
  expect([read, count, kept.table.asOfUs]).toEqual([2, 4, asOfUs + dayUs]);
  await saveCaseTable(reader);
  expect(await start()).toMatchObject({ read: 0, count: 4 });
});

it("shows the same page from the file", async () => {
  await saved();
  await storeCases(db, [derivedCase({ caseId: "C-4", customerId: "other" })]);
  const fromFile = await loadCasesPage({ path: location, scope: null }, everyCase, asOfUs);
  globalThis.throughlineColumnFiles = undefined;
  globalThis.throughlineReaders?.delete(location);
  const anew = await loadCasesPage({ path: location, scope: null }, everyCase, asOfUs);
  expect(fromFile).toEqual(anew);
  expect(fromFile.total).toBe(4);
});

it("reads all cases anew where the program is another one", async () => {
  await saved();
  keepColumnFiles({ folder, program: "b" });
  expect(await start()).toMatchObject({ read: 3, count: 3 });
});

it("reads all cases anew where the file is of other cases", async () => {
  await saved();
  await db.write(async (connection) => {
    await statement<[]>(connection, "UPDATE cases SET changed = changed - 1").run();
  });
  expect(await start()).toMatchObject({ read: 3, count: 3 });
});

it("reads all cases anew where the file is damaged, and takes its place", async () => {
  await saved();
  const whole = readFileSync(path());
  writeFileSync(path(), whole.subarray(0, whole.length / 2));
  const { reader, read, count } = await start();
  expect([read, count]).toEqual([3, 3]);
  await saveCaseTable(reader);
  expect(readFileSync(path()).length).toBe(whole.length);
  expect(await start()).toMatchObject({ read: 0, count: 3 });
});

it("writes the file once where it is to be saved twice at a time", async () => {
  const warned = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const { kept, reader } = await start();
  await Promise.all([saveCaseTable(reader), saveCaseTable(reader)]);
  expect(kept.saving.unsaved).toBe(0);
  expect(warned).not.toHaveBeenCalled();
  warned.mockRestore();
  expect(await start()).toMatchObject({ read: 0, count: 3 });
});

it("keeps no file where none is wanted", async () => {
  globalThis.throughlineColumnFiles = undefined;
  await saved();
  expect(readdirSync(folder).filter((name) => name.endsWith(".columns"))).toEqual([]);
});
