import { emptyLocation } from "@/lib/testing/postgres/folder-database";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/runs";
import { statement, type Connection, type Database } from "../port";
import { openWriter } from "../open-database";
import { readColumn } from "@/lib/testing/read-values";
import {
  readHandedDown,
  writeSessions,
  type SessionRules,
  type TraceSessions,
} from "./session-facts";

/** Facts are a list of letters; what all agree on is handed down. */
const rules: SessionRules = {
  membersMax: 3,
  condense: (facts) => JSON.stringify(lettersOf(facts).slice(0, 2)),
  areAlike: (one, other) => handedDownBy(one) === handedDownBy(other),
};

function lettersOf(facts: readonly string[]): string[] {
  return [...new Set(facts.flatMap((json) => JSON.parse(json) as string[]))].sort();
}

function handedDownBy(facts: string | null): string | null {
  const letters = facts === null ? [] : lettersOf([facts]);
  return letters.length === 1 ? (letters[0] ?? null) : null;
}

/** Which sessions each trace belongs to and what it says there; later steps replace earlier ones. */
type Stated = ReadonlyMap<number, ReadonlyMap<string, string>>;

const letters = fc
  .uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 3 })
  .map((each) => JSON.stringify(each));
const sessions = fc
  .dictionary(fc.constantFrom("s", "t"), letters, { maxKeys: 2, noNullPrototype: true })
  .map((each) => new Map(Object.entries(each)));
const step: fc.Arbitrary<Stated> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 6 }), sessions), {
    selector: ([trace]) => trace,
    minLength: 1,
    maxLength: 4,
  })
  .map((each) => new Map(each));

describe("what a session hands down", () => {
  it("is what its traces agree on, however they came and changed, and nothing above the limit", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const db = await withTraces();
        const now = new Map<number, ReadonlyMap<string, string>>();
        const resolved = new Map<number, ReadonlyMap<string, string | null>>();
        for (const stated of steps) {
          for (const [trace, said] of stated) now.set(trace, said);
          await resolveTogether(db, [...stated.keys()], now, resolved);
          for (;;) {
            const queued = await takeQueued(db);
            if (queued.length === 0) break;
            await resolveTogether(db, queued, now, resolved);
          }
          for (const [trace, handedDown] of resolved) {
            const expected = [...(now.get(trace) ?? [])].map(([session]) => [
              session,
              agreedOn(session, now),
            ]);
            const found = [...handedDown].map(([session, facts]) => [session, handedDownBy(facts)]);
            expect([trace, found]).toEqual([trace, expected]);
          }
        }
        await db.close();
      }),
      { numRuns: runs(60) },
    );
  });
});

/** What a session's traces agree on, by reading all of them. */
function agreedOn(session: string, now: Stated): string | null {
  const facts = [...now.values()].flatMap((stated) => stated.get(session) ?? []);
  return facts.length > rules.membersMax ? null : handedDownBy(rules.condense(facts));
}

async function withTraces(): Promise<Database> {
  const db = await openWriter(await emptyLocation());
  await db.write(async (connection) => {
    const insert = statement<unknown[]>(
      connection,
      "INSERT INTO traces (id, trace_id) VALUES (?, ?)",
    );
    for (let trace = 1; trace <= 6; trace += 1) await insert.run(trace, String(trace));
  });
  return db;
}

/** Resolves traces beside each other, and stores them in one transaction. */
async function resolveTogether(
  db: Database,
  traces: readonly number[],
  now: Stated,
  resolved: Map<number, ReadonlyMap<string, string | null>>,
): Promise<void> {
  const answers: TraceSessions[] = [];
  for (const trace of traces) {
    const stated = now.get(trace) ?? new Map<string, string>();
    const handedDown = await readHandedDown(db, trace, stated, rules);
    resolved.set(trace, handedDown);
    answers.push({ trace, stated, handedDown });
  }
  await db.write(async (connection) => {
    await writeSessions(connection, answers, rules, { revision: 1, nowUs: 1 });
  });
}

function takeQueued(db: Database): Promise<number[]> {
  return db.write(async (connection: Connection) => {
    const sql = "DELETE FROM queue WHERE stage = 'trace' RETURNING key";
    return (await readColumn<string>(connection, sql)).map(Number);
  });
}
