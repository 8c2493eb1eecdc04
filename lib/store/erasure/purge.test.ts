import { expect, it } from "vitest";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import type { Connection, Database, Statement } from "../port";
import { purgeBefore } from "./purge";
import { sweepRemoved } from "./sweep";

it("asks the engine as often for many spans, texts and cases as for a few", async () => {
  const counts: number[] = [];
  for (const caseCount of [3, 30]) {
    await withTestWorkspace(async ({ db, ingestRequests, derive }) => {
      await ingestRequests(syntheticExport(5, caseCount).requests);
      await derive();
      const counted = countStatements(db);
      const { spans } = await purgeBefore(counted.db, Number.MAX_SAFE_INTEGER, 0);
      expect(spans).toBeGreaterThan(caseCount * 3);
      await derive();
      await sweepRemoved(counted.db);
      counts.push(counted.count());
    });
  }
  expect(counts[1]).toBe(counts[0]);
});

/** The same database, and how many statements it was asked; those of rows that are inserted together count as one. */
function countStatements(db: Database): { readonly db: Database; readonly count: () => number } {
  let count = 0;
  const counting = (connection: Connection): Connection => ({
    ...connection,
    prepare: (sql, rows) => {
      const prepared = connection.prepare(sql, rows);
      const countCalls = <Key extends keyof Statement<unknown[], unknown>>(key: Key) =>
        ((...given: never[]) => {
          count += 1;
          return (prepared[key] as (...all: never[]) => unknown)(...given);
        }) as (typeof prepared)[Key];
      return {
        get: countCalls("get"),
        all: countCalls("all"),
        iterate: countCalls("iterate"),
        run: countCalls("run"),
        insert: countCalls("insert"),
        runAll: countCalls("runAll"),
        insertAll: countCalls("insertAll"),
      };
    },
  });
  return {
    db: {
      ...db,
      read: (work) => db.read((connection) => work(counting(connection))),
      write: (work) => db.write((connection) => work(counting(connection))),
    },
    count: () => count,
  };
}
