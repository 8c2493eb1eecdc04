import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Content } from "@/lib/domain/trace/reading";
import { statement } from "@/lib/store/port";
import { createContentReader } from "@/lib/store/spans/content-refs";
import { blankRetired } from "@/lib/store/spans/retired-rows";
import { asLines, otlpRequest } from "@/lib/testing/spans/otlp";
import { runs } from "@/lib/testing/runs";
import { capturedLogs, readCapturedRequests, requestOf } from "@/lib/testing/spans/captured-logs";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { flatMapInOrder } from "@/lib/domain/in-order";

const nowUs = 1_790_000_000_000_000;
const at = { traceId: "ab".repeat(16), spanId: "cd".repeat(8) };
const pin = "4 7 1 1";
const said = [
  ["user", "I forgot my card."],
  ["assistant", "What is your PIN?"],
  ["user", pin],
  ["assistant", "Thank you. Which floor?"],
] as const;

const requests = said.map(([role, content], index) => eventOf(role, content, index));
const span = otlpRequest([
  {
    ...at,
    startUs: nowUs,
    attributes: { case_id: "C-1", "gen_ai.operation.name": "chat" },
  },
]);

/** A request of one message's event. @param index of the message in the conversation */
function eventOf(role: string, content: string, index: number): object {
  const record = {
    ...{ ...at, timeUnixNano: `${String(nowUs + index)}000` },
    attributes: [{ key: "event.name", value: { stringValue: `gen_ai.${role}.message` } }],
    body: { kvlistValue: { values: [{ key: "content", value: { stringValue: content } }] } },
  };
  return requestOf([record], captured());
}

function captured() {
  const [request] = readCapturedRequests(capturedLogs.chat).logs;
  if (request === undefined) throw new Error("There is no request.");
  return request;
}

/** The stored events' words in order. */
function storedOf({ db }: TestWorkspace): Promise<readonly string[]> {
  type Row = { readonly input: string | null; readonly output: string | null };
  const sql = "SELECT input, output FROM spans WHERE part = 'event' ORDER BY start_us";
  return db.read(async (connection) => {
    const { content } = createContentReader(connection);
    const rows = await statement<[], Row>(connection, sql).all();
    return flatMapInOrder(
      rows,
      async ({ input, output }) =>
        await flatMapInOrder([input, output], async (each) => textsOf(await content(each))),
    );
  });
}

function textsOf(content: Content | null): readonly string[] {
  if (content === null || typeof content === "string") return content === null ? [] : [content];
  return content.map(({ text }) => text.replace(/<([A-Z]+):[0-9a-f]+>/, "<$1>"));
}

/** Whether any text of the workspace is the PIN. */
function holdsPin({ db }: TestWorkspace): Promise<boolean> {
  const sql = "SELECT 1 FROM contents WHERE body LIKE '%4 7 1 1%'";
  return db.read(
    async (connection) => (await statement<[], object>(connection, sql).get()) !== undefined,
  );
}

describe("an answer that came before its question", () => {
  it("is stored as if it had come after it, in whatever order and grouping the events come", async () => {
    const expected = await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([...requests, span]);
      return storedOf(workspace);
    });
    expect(expected).toEqual(said.map(([, text]) => (text === pin ? "<KEY>" : text)));
    const all = [...requests, span];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.boolean(),
        async (order, isDerivedBetween) => {
          await withTestWorkspace(async (workspace) => {
            for (const request of order) {
              await workspace.ingest(asLines([request]));
              if (isDerivedBetween) await workspace.derive();
            }
            expect(await storedOf(workspace)).toEqual(expected);
            await workspace.derive();
            await blankRetired(workspace.db);
            expect(await holdsPin(workspace)).toBe(false);
          });
        },
      ),
      { numRuns: runs(15) },
    );
  });

  it("is masked without a span and without a case", async () => {
    await withTestWorkspace(async (workspace) => {
      for (const request of requests.slice(0, 3).toReversed()) {
        await workspace.ingest(asLines([request]));
      }
      expect(await storedOf(workspace)).not.toContain(pin);
    });
  });

  it("stays masked if what stands between comes later still: its words were not kept", async () => {
    await withTestWorkspace(async (workspace) => {
      const [first, question, , next] = requests;
      const floor = eventOf("user", "4 7 1 2", said.length);
      for (const request of [first, question, floor, next]) {
        await workspace.ingest(asLines([request ?? {}]));
      }
      expect((await storedOf(workspace)).at(-1)).toBe("<KEY>");
    });
  });
});
