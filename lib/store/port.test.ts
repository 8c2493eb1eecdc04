import { expect, it } from "vitest";
import { withMemoryStore } from "@/lib/testing/memory-store";
import { statement, type Connection } from "./port";

const insertSql = "INSERT INTO traces (trace_id) VALUES (?) ON CONFLICT DO NOTHING";
const names = (count: number) =>
  Array.from({ length: count }, (_, at): [string] => [`trace ${String(at).padStart(4, "0")}`]);

async function listTraces(connection: Connection): Promise<string[]> {
  const sql = "SELECT trace_id AS name FROM traces ORDER BY trace_id";
  return (await statement<[], { name: string }>(connection, sql).all()).map(({ name }) => name);
}

it("inserts many rows in their order, and says which were there", async () => {
  await withMemoryStore(async (db) => {
    const keys = await db.write(async (connection) => {
      await statement<[string]>(connection, insertSql).runAll(names(150));
      return statement<[string]>(connection, insertSql).insertAll(names(200));
    });
    expect(keys.slice(0, 150)).toEqual(Array<null>(150).fill(null));
    const made = keys.slice(150).map(Number);
    expect(made).toEqual(made.toSorted((one, other) => one - other));
    expect(await db.read(listTraces)).toEqual(names(200).flat());
  });
});

it("keeps nothing of rows of which one is refused, and goes on afterwards", async () => {
  await withMemoryStore(async (db) => {
    const twice = [...names(3), ...names(1)];
    const strict = "INSERT INTO traces (trace_id) VALUES (?)";
    for (const all of ["runAll", "insertAll"] as const) {
      const work = db.write(async (connection) => {
        await statement<[string]>(connection, strict)[all](twice);
      });
      await expect(work).rejects.toThrow(/unique/iu);
    }
    expect(await db.read(listTraces)).toEqual([]);
  });
});

it("reads further rows while it goes through many", async () => {
  await withMemoryStore(async (db) => {
    await db.write((connection) => statement<[string]>(connection, insertSql).runAll(names(1201)));
    const found = await db.read(async (connection) => {
      const all = "SELECT trace_id AS name FROM traces WHERE trace_id >= ? ORDER BY trace_id";
      const one = "SELECT trace_id AS name FROM traces WHERE trace_id = ?";
      const read: string[] = [];
      const rows = statement<[string], { name: string }>(connection, all).iterate("trace 0001");
      for await (const { name } of rows) {
        const same = await statement<[string], { name: string }>(connection, one).get(name);
        read.push(same?.name ?? "");
      }
      for await (const _ of statement<[string]>(connection, all).iterate("")) break;
      return read;
    });
    expect(found).toEqual(names(1201).flat().slice(1));
  });
});

it("says which table is missing, and neither reads, writes nor opens as if there were nothing", async () => {
  await withMemoryStore(async (db) => {
    await db.write((connection) => connection.exec("DROP TABLE notes"));
    const missing = {
      code: "damaged",
      message: expect.stringMatching(/table notes .*missing/iu) as string,
    };
    const sql = "SELECT text FROM notes";
    const ask = async (connection: Connection) => void (await statement(connection, sql).all());
    await expect(db.hasNewestSchema()).rejects.toMatchObject(missing);
    await expect(db.read(ask)).rejects.toMatchObject(missing);
    await expect(db.write(ask)).rejects.toMatchObject(missing);
    expect(await db.read(listTraces)).toEqual([]);
  });
});
