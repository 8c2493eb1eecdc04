import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { withMemoryStore } from "@/lib/testing/memory-store";
import { runs } from "@/lib/testing/runs";
import { storableSpan } from "@/lib/testing/spans/storable-span";
import { openBatch } from "./batches";
import { statement, type Database } from "../port";
import { readColumn, readValue } from "@/lib/testing/read-values";
import { readSpanReadings } from "./export-rows";
import { readQueue } from "../queue";
import { writeSpans } from "./write-spans";
import { testHashTombstone } from "@/lib/testing/test-hash-tombstone";

describe("the same span twice", () => {
  it("is one row, counted as a duplicate, and enqueues nothing anew", async () => {
    await withMemoryStore(async (db) => {
      const span = storableSpan({ input: [{ speaker: "customer", text: "Hello" }] });
      expect(await write(db, [span])).toEqual({ ...none, accepted: 1 });
      const entries = await readQueue(db, "trace", 10);
      expect(await write(db, [span, span])).toEqual({ ...none, duplicate: 2 });
      expect(await readQueue(db, "trace", 10)).toEqual(entries);
      expect(await count(db, "spans")).toBe(1);
      expect(
        await db.read((c) =>
          statement<unknown[]>(c, "SELECT accepted, duplicate FROM batches").all(),
        ),
      ).toEqual([
        { accepted: 1, duplicate: 0 },
        { accepted: 0, duplicate: 2 },
      ]);
    });
  });
});

describe("of several versions of a span", () => {
  it("the greater by attributes, end, then content is kept, whatever the order and the batches", async () => {
    const version = fc.record({
      attributeCount: fc.integer({ min: 1, max: 2 }),
      endUs: fc.integer({ min: 5, max: 6 }),
      contentHash: fc.constantFrom("0a", "f0").map((digits) => digits.padEnd(32, "0")),
    });
    await withMemoryStore((db) =>
      fc.assert(
        fc.asyncProperty(fc.array(version, { minLength: 1, maxLength: 4 }), async (versions) => {
          const named = versions.map((each) => ({ ...each, name: JSON.stringify(each) }));
          for (const order of ["sent", "reversed", "together"] as const) {
            const traceId = unseenTrace();
            const spans = named.map((each) => storableSpan({ ...each, traceId }));
            const greatest = spans.toSorted(compareVersions).at(-1)?.name;
            if (order === "together") await write(db, spans);
            else
              for (const span of order === "sent" ? spans : spans.toReversed())
                await write(db, [span]);
            expect(await namesOf(db, traceId)).toEqual([greatest]);
          }
        }),
        { numRuns: runs(40) },
      ),
    );
  });

  it("the kept one brings its words, findings and personal data, and takes the other's away", async () => {
    const poorer = storableSpan({
      input: "old words",
      system: "old system",
      findings: [{ code: "own-parent", detail: "old" }],
      pii: [{ type: "EMAIL", place: "name", pseudonym: "0".repeat(16) }],
      declared: { caseId: [{ value: "old", from: "span" }] },
    });
    const richer = storableSpan({ attributeCount: 2, output: "new words", name: "new" });
    await withMemoryStore(async (db) => {
      await write(db, [poorer]);
      await write(db, [richer]);
      const [reading] = await readSpanReadings(db, richer.traceId, "", 10);
      expect(reading).toMatchObject({
        name: "new",
        system: null,
        input: null,
        output: "new words",
        identity: {},
      });
      expect(await count(db, "span_findings")).toBe(0);
      expect(await count(db, "span_pii")).toBe(0);
    });
  });
});

describe("a version that is not the greater one", () => {
  const stored = storableSpan({ attributeCount: 2, name: "stored" });
  const corrected = storableSpan({ contentHash: "0b".padEnd(32, "0"), name: "corrected" });

  it("is told apart from a duplicate, and does not change what is stored", async () => {
    await withMemoryStore(async (db) => {
      await write(db, [stored]);
      expect(await write(db, [stored, corrected])).toEqual({ ...none, duplicate: 1, differing: 1 });
      expect(await namesOf(db)).toEqual(["stored"]);
      const counts = await db.read((c) => readColumn(c, "SELECT differing FROM batches"));
      expect(counts).toEqual([0, 1]);
    });
  });

  it("replaces it where it arrives to replace, and the same again changes nothing", async () => {
    await withMemoryStore(async (db) => {
      await write(db, [stored]);
      expect(await write(db, [corrected], true)).toEqual({ ...none, accepted: 1, overwritten: 1 });
      expect(await namesOf(db)).toEqual(["corrected"]);
      expect(await write(db, [corrected], true)).toEqual({ ...none, duplicate: 1 });
    });
  });
});

describe("texts that repeat", () => {
  it("are stored once, over spans, batches and places", async () => {
    const history = ["Hello", "How can I help?", "Where is my order?"].map((text, index) => ({
      speaker: index === 1 ? ("agent" as const) : ("customer" as const),
      text,
    }));
    const spans = Array.from({ length: 30 }, (_, index) =>
      storableSpan({ spanId: String(index).padStart(16, "0"), input: history, output: "Hello" }),
    );
    await withMemoryStore(async (db) => {
      await write(db, spans.slice(0, 15));
      await write(db, spans.slice(15));
      // Three texts and the resource.
      expect(await count(db, "contents")).toBe(4);
      expect(await readSpanReadings(db, "1".repeat(32), "", 100)).toHaveLength(30);
    });
  });

  it("come back whole, whatever they hold", async () => {
    const text = fc.oneof(
      // NUL is replaced where texts come in.
      fc.string({ unit: "binary" }).map((each) => each.replaceAll("\0", "")),
      fc.constantFrom("", "<PHONE:0123456789abcdef>", "\u0001", "💥", "__proto__"),
    );
    const utterance = fc.record(
      {
        speaker: fc.constantFrom("customer", "agent", "system", "tool"),
        text,
        toolCalls: fc.array(fc.record({ id: fc.option(text), name: text, args: text }), {
          minLength: 1,
          maxLength: 2,
        }),
        toolCallId: text,
        name: text,
        atUs: fc.integer(),
      },
      { requiredKeys: ["speaker", "text"] },
    );
    const content = fc.option(fc.oneof(text, fc.array(utterance, { maxLength: 4 })));
    await withMemoryStore((db) =>
      fc.assert(
        fc.asyncProperty(content, content, async (input, output) => {
          const traceId = unseenTrace();
          await write(db, [storableSpan({ traceId, input, output })]);
          const [reading] = await readSpanReadings(db, traceId, "", 1);
          expect({ input: reading?.input, output: reading?.output }).toEqual({ input, output });
        }),
        { numRuns: runs(100) },
      ),
    );
  });

  it("keep each piece of masked data they hold, once a text", async () => {
    const masked = "Call <PHONE:0123456789abcdef> or <PHONE:fedcba9876543210>.";
    await withMemoryStore(async (db) => {
      await write(db, [
        storableSpan({ input: masked }),
        storableSpan({ spanId: "3".repeat(16), output: masked }),
      ]);
      const rows = await db.read((c) =>
        statement<unknown[]>(
          c,
          "SELECT start, type, pseudonym FROM content_pii ORDER BY start",
        ).all(),
      );
      expect(rows).toEqual([
        { start: 5, type: "PHONE", pseudonym: "0123456789abcdef" },
        { start: 33, type: "PHONE", pseudonym: "fedcba9876543210" },
      ]);
    });
  });
});

const none = {
  accepted: 0,
  overwritten: 0,
  events: 0,
  duplicate: 0,
  differing: 0,
  erased: 0,
  expired: 0,
};

async function write(
  db: Database,
  spans: readonly StorableSpan[],
  replaces = false,
): ReturnType<typeof writeSpans> {
  const batch = await openBatch(db, "test", 1);
  return writeSpans(db, spans, {
    batch,
    nowUs: 1,
    hashTombstone: testHashTombstone,
    maskAnswer: (answer: string) => answer,
    replaces,
  });
}

function compareVersions(a: StorableSpan, b: StorableSpan): number {
  return (
    a.attributeCount - b.attributeCount ||
    a.endUs - b.endUs ||
    (a.contentHash < b.contentHash ? -1 : 1)
  );
}

async function namesOf(db: Database, traceId = "1".repeat(32)): Promise<string[]> {
  return (await readSpanReadings(db, traceId, "", 10)).map(({ name }) => name);
}

let traces = 0;
/** The id of a trace that no store has: runs of a property share one. */
function unseenTrace(): string {
  traces += 1;
  return traces.toString(16).padStart(32, "0");
}

function count(db: Database, table: string): Promise<unknown> {
  return db.read((c) => readValue(c, `SELECT count(*) FROM ${table}`));
}
