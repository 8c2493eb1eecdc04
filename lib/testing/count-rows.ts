import type { Connection, Database, Statement } from "@/lib/store/port";

type AnyStatement = Statement<unknown[], unknown>;

/**
 * Counts what the statements of an opened database do from now on: its cost that is the same on every machine.
 * @returns how many statements ran and rows were read and written so far
 */
export async function countRows(db: Database): Promise<() => number> {
  let sum = 0;
  const add = (rows: number) => (sum += rows);
  const counted = new Set<Connection>();
  const count = (connection: Connection): Promise<void> => {
    const { prepare } = connection;
    const counting: Connection["prepare"] = (...asked) => countingStatement(prepare(...asked), add);
    // Reads and writes may share one.
    if (!counted.has(connection)) Object.assign(connection, { prepare: counting });
    counted.add(connection);
    return Promise.resolve();
  };
  await db.read(count);
  await db.write(count);
  return () => sum;
}

function countingStatement(made: AnyStatement, add: (rows: number) => void): AnyStatement {
  return {
    get: (...given) => {
      add(2);
      return made.get(...given);
    },
    all: async (...given) => {
      const rows = await made.all(...given);
      add(1 + rows.length);
      return rows;
    },
    iterate: async function* (...given) {
      add(1);
      for await (const row of made.iterate(...given)) {
        add(1);
        yield row;
      }
    },
    run: async (...given) => {
      const changed = await made.run(...given);
      add(1 + changed.changes);
      return changed;
    },
    insert: (...given) => {
      add(2);
      return made.insert(...given);
    },
    runAll: (rows) => {
      add(1 + rows.length);
      return made.runAll(rows);
    },
    insertAll: (rows) => {
      add(1 + rows.length);
      return made.insertAll(rows);
    },
  };
}
