import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message } from "@/lib/domain/case/case";
import { readDataHealth } from "@/lib/store/data-health";
import { countCaselessSpans } from "@/lib/store/cases/counts";
import { readCase } from "@/lib/store/cases/read-case";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readBatches } from "@/lib/store/spans/read-batches";
import { readTrace } from "@/lib/store/spans/read-trace";
import { readRemoval, removeData } from "@/lib/store/spans/remove-data";
import { readAllFiles } from "@/lib/testing/spans/read-raw";
import { runs } from "@/lib/testing/runs";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import { asLines, otlpRequest } from "@/lib/testing/spans/otlp";
import {
  capturedLogs,
  readCaptured,
  readCapturedRequests,
  recordsOf,
  requestOf,
  withSpanEvents,
  type LogRecord,
  type LogsRequest,
} from "@/lib/testing/spans/captured-logs";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { allSpanReadings } from "./derive/all-span-readings";
import { eraseCustomer } from "./intake/erase-customer";
import { sweepRemoved } from "@/lib/store/erasure/sweep";
import { createHashTombstone } from "./worker/data-folder";

const nowUs = 1_790_000_000_000_000;

async function messagesOf({ db, derive }: TestWorkspace): Promise<readonly Message[]> {
  await derive();
  const ids = await listCaseIds(db);
  const cases = await Promise.all(ids.map((caseId) => readCase(db, caseId)));
  return cases.flatMap((stored) => stored?.derived.messages ?? []);
}

function said({ speaker, text, tool, toolCalls }: Message): string {
  if (tool !== null) return `${tool.name}(${tool.args}) = ${text}`;
  return `${speaker}: ${text}${toolCalls.map(({ name }) => ` [${name}]`).join("")}`;
}

const conversation = [
  "customer: Hello, my parcel arrived broken. I want my money back for order A-1001.",
  'lookup_order({"order":"A-1001"}) = {"order":"A-1001","state":"delivered, damaged"}',
  "agent: Your order A-1001 arrived damaged, I am sorry. Shall I refund 49.90 EUR to your card? [lookup_order]",
  "customer: Yes please, do that.",
  'refund_order({"order":"A-1001","amount":49.9}) = {"refund":"ok"}',
  "agent: Done: 49.90 EUR is on its way to your card. Is there anything else? [refund_order]",
];

/** A request as it is sent: to which path follows from what it holds. */
function send({ submit }: TestWorkspace, request: object, encoding: "json" | "protobuf" = "json") {
  const bytes =
    encoding === "json" ? Buffer.from(JSON.stringify(request)) : encodeProtobuf(request);
  const signal = "resourceLogs" in request ? ("logs" as const) : ("traces" as const);
  return submit({ chunks: [Uint8Array.from(bytes)], encoding, signal });
}

describe.each([capturedLogs.chat, capturedLogs.responses])("the log events of %s", (name) => {
  const { logs, traces } = readCapturedRequests(name);

  it.each(["json", "protobuf"] as const)(
    "make the whole conversation, sent as %s",
    async (encoding) => {
      await withTestWorkspace(async (workspace) => {
        for (const request of [...logs, traces]) {
          const { rejected, firstReasons } = await send(workspace, request, encoding);
          expect({ rejected, firstReasons }).toEqual({ rejected: 0, firstReasons: [] });
        }
        expect((await messagesOf(workspace)).map(said)).toEqual(conversation);
      });
    },
  );

  it("give the transcript that the spans give with the same events on them", async () => {
    const [joined, carried] = await Promise.all(
      [[...logs, traces], [withSpanEvents(traces, recordsOf(logs))]].map((requests) =>
        withTestWorkspace(async (workspace) => {
          await workspace.ingestRequests(requests);
          const [caseId = ""] = await listedCases(workspace);
          const stored = await readCase(workspace.db, caseId);
          return { ...stored?.derived, row: stored?.row };
        }),
      ),
    );
    expect(joined).toEqual(carried);
  });

  it("give the same in any order and grouping, once or twice, by file and HTTP", async () => {
    const [like] = logs;
    if (like === undefined) throw new Error("There is no request.");
    const spans = traces.resourceSpans.flatMap(({ scopeSpans }) =>
      scopeSpans.flatMap((one) => one.spans),
    );
    const requestsOfSpans = spans.map((span) => ({
      resourceSpans: [{ scopeSpans: [{ spans: [span] }] }],
    }));
    // What one call says at one instant is written in one go; its order is known by its request alone.
    const pieces = [...instantsOf(recordsOf(logs)), ...requestsOfSpans];
    const whole = await digestOf((workspace) =>
      workspace.ingestRequests([...logs, ...requestsOfSpans]),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...pieces, ...pieces], { minLength: pieces.length * 2 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        async (order, sizes) => {
          const digest = await digestOf(async (workspace) => {
            for (const [index, request] of groupsOf(order, sizes, like).entries()) {
              if ((sizes[0] ?? 0) > index % 10) await workspace.ingestRequests([request]);
              else await send(workspace, request);
              if (sizes.length > 2) await workspace.derive();
            }
          });
          expect(digest).toBe(whole);
        },
      ),
      { numRuns: runs(12) },
    );
  });
});

describe("log events", () => {
  const { logs, traces } = readCapturedRequests(capturedLogs.chat);
  const records = recordsOf(logs);
  const [like] = logs;
  if (like === undefined) throw new Error("There is no request.");

  it("without their spans still are the conversation of the case that their trace names", async () => {
    const roots = otlpRequest(
      [...new Set(records.map(({ traceId }) => traceId))].map((traceId, at) => ({
        ...{ traceId, spanId: `00000000000000a${String(at)}`, name: "handle message" },
        startUs: Number(records[0]?.timeUnixNano.slice(0, -3)) + at,
        attributes: { case_id: "C-1", channel: "chat" },
      })),
    );
    await withTestWorkspace(async (workspace) => {
      for (const request of [roots, ...logs]) await send(workspace, request);
      expect((await messagesOf(workspace)).map(said)).toEqual(conversation);
      const [traceId = ""] = records.map((record) => record.traceId);
      const trace = await readTrace(workspace.db, traceId, (spans) => spans[1]?.spanId ?? null, 9);
      expect(trace?.spanCount).toBe(3);
      expect(trace?.span?.input).toHaveLength(1);
    });
  });

  it("count as no spans, and are shown with their spans", async () => {
    await withTestWorkspace(async (workspace) => {
      for (const request of logs) await send(workspace, request);
      await workspace.derive();
      expect(await countCaselessSpans(workspace.db)).toBe(0);
      await send(workspace, traces);
      await workspace.derive();
      const page = { page: 1, pageSize: 9, batch: null, rejectsMax: 9 };
      const { batches } = await readBatches(workspace.db, page);
      expect(batches.map(({ accepted, events }) => [accepted, events])).toEqual([
        [6, 0],
        [0, 16],
        [0, 8],
      ]);
      const [caseId = ""] = await listCaseIds(workspace.db);
      const stored = await readCase(workspace.db, caseId);
      expect([stored?.row.spans, stored?.derived.interactions[0]?.spanCount]).toEqual([6, 6]);
      expect(stored?.derived.interactions.map(({ strippedCount }) => strippedCount)).toEqual([0]);
      const [spans = []] = await readings(workspace);
      const model = spans.find(({ kind, input }) => kind === "llm" && (input?.length ?? 0) > 1);
      expect(spans).toHaveLength(6);
      expect(model?.system).toBe("You help customers with refunds.");
      const { traceId = "", spanId = "" } = model ?? {};
      const trace = await readTrace(workspace.db, traceId, () => spanId, 9);
      expect([trace?.spanCount, trace?.spans.length]).toEqual([3, 3]);
      expect(trace?.span).toMatchObject({ system: model?.system, input: model?.input });
      const day = {
        dayOf: (us: number) => Math.floor(us / 86_400_000_000),
        startOf: (at: number) => at,
      };
      const health = await readDataHealth(workspace.db, {
        ...{ calendar: day, days: 1 },
        ...{ rateDays: 1, nowUs },
      });
      const sources = health.sources.filter(({ field }) => field === "caseId");
      expect(sources.reduce((sum, { spans: count }) => sum + count, 0)).toBe(6);
    });
  });

  it("keep their order where one instant's are cut apart between two requests", async () => {
    const whole = await digestOf((workspace) => workspace.ingestRequests([...logs, traces]));
    // The fourth call's prompt is the records 15 to 22, all of one millisecond.
    for (const cut of [15, 16, 17, 18, 19, 20]) {
      const halves = [records.slice(0, cut), records.slice(cut)].map((part) =>
        requestOf(part, like),
      );
      for (const order of [halves, halves.toReversed(), [...halves, ...logs]]) {
        const digest = await digestOf((workspace) => workspace.ingestRequests([...order, traces]));
        expect([cut, digest]).toEqual([cut, whole]);
      }
    }
  });

  it("that are sent again change nothing", async () => {
    await withTestWorkspace(async (workspace) => {
      for (const request of [...logs, traces]) await send(workspace, request);
      const before = await workspace.digest();
      const again = await send(workspace, logs[1] ?? {});
      expect(again).toMatchObject({ accepted: 0, duplicate: 16, differing: 0, rejected: 0 });
      expect(await workspace.digest()).toBe(before);
    });
  });

  it("stay with a span that is replaced, and give way to its own words", async () => {
    await withTestWorkspace(async (workspace) => {
      const [record] = records;
      const { traceId = "", spanId = "" } = record ?? {};
      await workspace.ingestRequests([...logs, traces]);
      const span = {
        ...{ traceId, spanId, name: "chat gpt-test" },
        startUs: Number(record?.timeUnixNano.slice(0, -3)),
        attributes: {
          ...{ "gen_ai.operation.name": "chat", case_id: "C-new", more: [1, 2, 3].map(String) },
          ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`key${String(at)}`, at])),
        },
      };
      await workspace.ingestRequests([otlpRequest([span])]);
      await workspace.derive();
      expect((await readCase(workspace.db, "C-new"))?.derived.messages[0]?.text).toContain(
        "arrived broken",
      );
      const own = {
        ...span.attributes,
        "gen_ai.prompt.0.role": "user",
        "gen_ai.prompt.0.content": "Hi",
      };
      await workspace.ingestRequests([otlpRequest([{ ...span, attributes: own }])]);
      await workspace.derive();
      expect((await readCase(workspace.db, "C-new"))?.derived.messages[0]?.text).toBe("Hi");
    });
  });

  it("replace those of their instant when told to, and are another message when not", async () => {
    const said = (text: string) => {
      const [first] = records.slice(1, 2);
      if (first === undefined) throw new Error("There is no record.");
      const value = { stringValue: text };
      const body = { kvlistValue: { values: [{ key: "content", value }] } };
      return Buffer.from(asLines([requestOf([{ ...first, body }], like)]));
    };
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([traces]);
      await workspace.ingest(said("Hello, one"));
      await workspace.ingest(said("Hello, two"));
      const both = (await messagesOf(workspace)).map(({ text }) => text).toSorted();
      expect(both).toEqual(["Hello, one", "Hello, two"]);
      await workspace.replace(said("Hello, three"));
      expect((await messagesOf(workspace)).map(({ text }) => text)).toEqual(["Hello, three"]);
    });
  });

  it("mask an answer by the question before it, though each is an event of its own", async () => {
    const at = { traceId: "ab".repeat(16), spanId: "cd".repeat(8) };
    const turn = (role: string, content: string, index: number) => ({
      ...{ ...at, timeUnixNano: `${String(nowUs + index)}000` },
      attributes: [{ key: "event.name", value: { stringValue: `gen_ai.${role}.message` } }],
      body: { kvlistValue: { values: [{ key: "content", value: { stringValue: content } }] } },
    });
    const turns = [
      turn("user", "I forgot my card.", 0),
      turn("assistant", "What is your PIN?", 1),
      turn("user", "4 7 1 1", 2),
    ];
    const span = {
      ...at,
      startUs: nowUs,
      attributes: { case_id: "C-1", "gen_ai.operation.name": "chat" },
    };
    for (const order of [turns, turns.toReversed()]) {
      await withTestWorkspace(async (workspace) => {
        for (const each of order) await send(workspace, requestOf([each], like));
        await send(workspace, otlpRequest([span]));
        const texts = (await messagesOf(workspace)).map(({ text }) => text);
        expect(texts).toEqual([
          "I forgot my card.",
          "What is your PIN?",
          expect.stringMatching(/^<[A-Z_]+:[0-9a-f]+>$/u),
        ]);
      });
    }
  });

  it("are removed with their batch or span, and with their customer", async () => {
    await withTestWorkspace(async (workspace) => {
      const { db, folder } = workspace;
      await workspace.ingestRequests([traces]);
      const { batch } = await workspace.ingestRequests(logs);
      await workspace.derive();
      expect(await readRemoval(db, { kind: "batch", batch })).toMatchObject({
        spans: 0,
        events: 24,
      });
      const { traceId = "", spanId = "" } = records[0] ?? {};
      expect(await removeData(db, { kind: "span", traceId, spanId }, nowUs)).toMatchObject({
        ...{ spans: 1, events: 3 },
      });
      await removeData(db, { kind: "batch", batch }, nowUs);
      expect(await messagesOf(workspace)).toEqual([]);
      await workspace.ingestRequests([traces, ...logs]);
      await workspace.derive();
      const hashTombstone = createHashTombstone(folder);
      await eraseCustomer(db, { customerId: "cust-7", hashTombstone, nowUs });
      const late = await workspace.ingestRequests(logs);
      expect(late).toMatchObject({ events: 0, erased: 24 });
      await workspace.derive();
      await sweepRemoved(db);
      expect(readAllFiles(folder)).not.toContain("parcel arrived broken");
    });
  });

  it("of other kinds are answered with their number and why, and make no batch", async () => {
    await withTestWorkspace(async (workspace) => {
      const [first] = records;
      if (first === undefined) throw new Error("There is no record.");
      const plain = { ...first, attributes: [], body: { kvlistValue: { values: [] } } };
      const result = await send(workspace, requestOf([plain, plain], like));
      expect(result).toMatchObject({ accepted: 0, rejected: 2 });
      expect(result.firstReasons).toEqual([expect.stringMatching(/ GenAI events .*\(2 records/u)]);
      const page = { page: 1, pageSize: 9, batch: null, rejectsMax: 9 };
      expect((await readBatches(workspace.db, page)).total).toBe(0);
      const file = await workspace.ingestRequests([requestOf([plain, plain], like)]);
      expect(file.rejects).toEqual([
        { place: "log records", reason: result.firstReasons[0], spans: 2 },
      ]);
    });
  });

  it("are read from the protobuf that was really sent", async () => {
    await withTestWorkspace(async (workspace) => {
      const result = await workspace.ingest(readCaptured(capturedLogs.protobuf));
      expect(result).toMatchObject({ accepted: 0, events: 8, rejected: 0 });
    });
  });
});

async function readings({ db }: TestWorkspace) {
  const pages = [];
  for await (const page of allSpanReadings(db)) pages.push([...page]);
  return [pages.flat()];
}

async function listedCases({ db, derive }: TestWorkspace): Promise<string[]> {
  await derive();
  return listCaseIds(db);
}

function digestOf(fill: (workspace: TestWorkspace) => Promise<unknown>): Promise<string> {
  return withTestWorkspace(async (workspace) => {
    await fill(workspace);
    return workspace.digest();
  });
}

/** The records of each span and instant. */
function instantsOf(records: readonly LogRecord[]): LogRecord[][] {
  const groups = new Map<string, LogRecord[]>();
  for (const record of records) {
    const key = `${record.spanId} ${record.timeUnixNano}`;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()];
}

/** Neighbouring pieces of logs in one request, as many as the sizes say; each span in its own. */
function groupsOf(
  pieces: readonly (LogRecord[] | object)[],
  sizes: readonly number[],
  like: LogsRequest,
): object[] {
  const requests: object[] = [];
  let held: LogRecord[][] = [];
  const flush = () => {
    // The same record twice in one request is two: only an exporter's retry repeats it.
    const once = held.filter((piece, index) => held.indexOf(piece) === index);
    if (once.length > 0) requests.push(requestOf(once.flat(), like));
    held = [];
  };
  pieces.forEach((piece, index) => {
    if (Array.isArray(piece)) held.push(piece as LogRecord[]);
    else requests.push(piece);
    if (held.length >= (sizes[index % sizes.length] ?? 1)) flush();
  });
  flush();
  return requests;
}
