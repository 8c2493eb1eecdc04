import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { statement, type Database } from "./port";
import { openReader, openWriter } from "./open-database";
import { readValue } from "@/lib/testing/read-values";

const folder = mkdtempSync(join(tmpdir(), "throughline-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const padsOf = (db: Database) =>
  db.read((connection) => readValue(connection, "SELECT count(*) FROM pads"));
const fill = (db: Database, rows: number) =>
  db.write(async (connection) => {
    const insert = statement<unknown[]>(connection, "INSERT INTO pads VALUES (randomblob(2000))");
    for (let row = 0; row < rows; row += 1) await insert.run();
  });

/** A workspace's file with a table of a few hundred pages. */
async function filled(name: string): Promise<string> {
  const path = join(folder, name);
  const db = await openWriter(path);
  await db.write((connection) => connection.exec("CREATE TABLE pads (text BLOB)"));
  await fill(db, 400);
  await db.close();
  return path;
}

it("says that the disk is full, keeps nothing of the transaction, and goes on once there is space", async () => {
  const db = await openWriter(await filled("full.db"));
  const pages = await db.read((c) => readValue(c, "PRAGMA page_count"));
  await db.read((connection) => connection.exec(`PRAGMA max_page_count = ${String(pages)}`));
  await expect(fill(db, 400)).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(/disk is full, .* full\.db .* \(SQLITE_FULL\)$/) as unknown,
  });
  expect(await padsOf(db)).toBe(400);
  await db.read((connection) => connection.exec("PRAGMA max_page_count = 1000000"));
  await fill(db, 400);
  expect(await padsOf(db)).toBe(800);
  await db.close();
});

it("says which file has tables that cannot be brought up to date, leaves it as it was, and says what to do", async () => {
  const path = await filled("odd.db");
  const file = connect(path, "writer");
  // As an index that somebody made by hand before the version that makes it; what came later is undone with it.
  const made =
    "(SELECT created_at FROM __drizzle_migrations ORDER BY created_at LIMIT 1 OFFSET 56)";
  file.exec(`DELETE FROM __drizzle_migrations WHERE created_at >= ${made}`);
  const before = file.prepare("SELECT * FROM sqlite_schema").all();
  file.close();
  await expect(openWriter(path)).rejects.toMatchObject({
    code: "damaged",
    message: expect.stringMatching(/ odd\.db .*backup.*\(index \w+ already exists\)$/) as unknown,
  });
  const after = connect(path, "reader");
  expect(after.prepare("SELECT * FROM sqlite_schema").all()).toEqual(before);
  after.close();
});

it("leaves a file alone that a newer program brought up to date, and says so", async () => {
  const path = await filled("newer.db");
  const file = connect(path, "writer");
  file.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of later', 9e12)");
  file.close();
  const before = readFileSync(path);
  await expect(openWriter(path)).rejects.toMatchObject({
    code: "damaged",
    message: expect.stringMatching(/ newer\.db.*version.*newer/) as unknown,
  });
  expect(readFileSync(path).equals(before)).toBe(true);
});

it("says which file is damaged and what to do, and writes nothing more to it", async () => {
  const path = await filled("torn.db");
  const bytes = readFileSync(path);
  bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 64 * 1024);
  writeFileSync(path, bytes);
  const damage = {
    code: "damaged",
    message: expect.stringMatching(
      /^The file torn\.db in the data folder is damaged.*backup.*docs\/operations\.md.*CORRUPT/,
    ) as unknown,
  };
  const db = await openWriter(path);
  // Until it is seen, nobody knows of it.
  await fill(db, 1);
  const reading = db.read((connection) =>
    statement<unknown[]>(connection, "SELECT text FROM pads").all(),
  );
  await expect(reading).rejects.toMatchObject(damage);
  await expect(fill(db, 1)).rejects.toMatchObject(damage);
  await db.close();
  await expect(openWriter(path)).rejects.toMatchObject(damage);
});

it("says so where a file is none of SQLite's or cannot be opened", async () => {
  const path = join(folder, "letter.db");
  writeFileSync(path, "Dear Sir or Madam, ".repeat(1000));
  await expect(openWriter(path)).rejects.toMatchObject({ code: "damaged" });
  expect(() => openReader(path)).toThrow(/letter\.db .*damaged/);
  expect(() => openReader(join(folder, "missing.db"))).toThrow(/missing\.db .* cannot be opened/);
  const inTheWay = join(folder, "folder.db");
  mkdirSync(inTheWay);
  await expect(openWriter(inTheWay)).rejects.toMatchObject({ code: "unavailable" });
});

it("leaves mistakes of the data and of ours as they are", async () => {
  const db = await openWriter(await filled("ours.db"));
  const missing = db.read((c) => readValue(c, "SELECT nothing FROM nowhere"));
  await expect(missing).rejects.toMatchObject({ name: "SqliteError", code: "SQLITE_ERROR" });
  const connection = connect(db.path, "reader");
  expect(connection.prepare("SELECT count(*) FROM pads").pluck().get()).toBe(400);
  connection.close();
  await db.close();
});
