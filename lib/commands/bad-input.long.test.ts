import { join } from "node:path";
import { constants, gzipSync } from "node:zlib";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import {
  asLines,
  otlpRequest,
  type OtlpRequest,
  type PlainSpan,
  type PlainValue,
} from "@/lib/testing/spans/otlp";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";

/** One row of docs/bad-input.md: ingested by the command line next to good spans. */
type Row = {
  readonly name: string;
  readonly bytes: () => Uint8Array | string;
  readonly accepted: number;
  readonly rejected?: number;
  /** The rejects' reasons, in order. */
  readonly reasons?: readonly RegExp[];
  /** Codes of all findings, in order. */
  readonly findings?: readonly string[];
  /** Large input runs in the command's own process, as always. */
  readonly isLarge?: true;
};

const scratch = createScratch();
afterAll(() => scratch.remove());

const startUs = 1_767_600_000_000_000;
const dayUs = 86_400_000_000;
const good = otlpRequest([span("d", { name: "good" })]);

const rows: readonly Row[] = [
  {
    name: "truncated gzip",
    bytes: () => cutGzip(asLines([good, otlpRequest([span("1")])])),
    accepted: 1,
    rejected: 1,
    reasons: [/ends in the middle of this JSON/, /middle of a gzip stream/],
  },
  {
    name: "truncated protobuf",
    bytes: () => {
      const cut = encodeProtobuf(otlpRequest([span("1", { attributes: { a: "x".repeat(99) } })]));
      return Buffer.concat([encodeProtobuf(good), cut.subarray(0, -40)]);
    },
    accepted: 1,
    rejected: 1,
    reasons: [/.+/],
  },
  {
    name: "a line that is not JSON",
    bytes: () => `${asLines([good])}this is not JSON\n${asLines([otlpRequest([span("1")])])}`,
    accepted: 2,
    reasons: [/.+/],
  },
  {
    name: "deep nesting",
    bytes: () => asLines([good]) + withValue(nested(20_000)),
    accepted: 2,
    findings: ["nesting-truncated"],
  },
  {
    name: "a 40 MB attribute",
    bytes: () =>
      asLines([good, otlpRequest([span("1", { attributes: { a: "ä ".repeat(13.4e6) } })])]),
    accepted: 2,
    // It is cut, and what is left is masked as a whole from a bound on.
    findings: ["text-truncated", "text-truncated"],
    isLarge: true,
  },
  {
    name: "a zip bomb",
    bytes: () => gzipSync(Buffer.concat([Buffer.from(asLines([good])), bomb()])),
    accepted: 1,
    rejected: 1,
    reasons: [/64 MiB/],
    isLarge: true,
  },
  {
    name: "NUL and lone surrogates",
    bytes: () => asLines([good]) + withValue('{"stringValue":"a\\u0000b\\ud800c"}'),
    accepted: 2,
    findings: ["text-replaced"],
  },
  {
    name: "attribute names like __proto__",
    bytes: () =>
      asLines([
        good,
        otlpRequest([span("1", { attributes: protoAttributes(), name: "__proto__" })]),
      ]),
    accepted: 2,
  },
  {
    name: "ids of the wrong length",
    bytes: () => asLines([good, otlpRequest([{ ...span("1"), traceId: "abc", spanId: "1" }])]),
    accepted: 2,
    findings: ["id-length"],
  },
  {
    name: "ids that are none",
    bytes: () => asLines([good, otlpRequest([{ ...span("1"), spanId: "zz" }])]),
    accepted: 1,
    rejected: 1,
    reasons: [/span id is not hexadecimal/],
  },
  {
    name: "end before start",
    bytes: () => asLines([good, otlpRequest([span("1", { endUs: startUs - 5 })])]),
    accepted: 2,
    findings: ["end-before-start"],
  },
  {
    name: "times of 1970, of 2100, and none",
    bytes: () =>
      asLines([
        good,
        otlpRequest([
          span("1", { startUs: 5, endUs: 6 }),
          span("2", { startUs: 4_102_444_800_000_001 }),
        ]),
        { spans: [{ traceId: "4".repeat(32), spanId: "4".repeat(16) }] },
      ]),
    accepted: 2,
    rejected: 2,
    reasons: [/not from 2000 to 2199/, /has no times/],
    findings: ["time-implausible"],
  },
  {
    name: "times before 1970 or from 2200 on",
    bytes: () => {
      const huge = { startTimeUnixNano: "9".repeat(400), endTimeUnixNano: "9".repeat(22) };
      return asLines([
        good,
        otlpRequest([span("1", { endUs: 7_258_118_400_000_000 })]),
        otlpRequest([span("2", { attributes: { "sla.due": "9".repeat(22) } })]),
        otlpRequest([span("3", { attributes: { "sla.due": "9999-12-31" } })]),
        { spans: [{ traceId: "4".repeat(32), spanId: "4".repeat(16), ...huge }] },
      ]);
    },
    accepted: 4,
    rejected: 1,
    reasons: [/not from 2000 to 2199/],
    findings: ["time-implausible", "time-implausible"],
  },
  {
    name: "a child a day before its parent",
    bytes: () =>
      asLines([
        good,
        otlpRequest([
          span("1"),
          span("2", { parentSpanId: span("1").spanId, startUs: startUs - dayUs }),
        ]),
      ]),
    accepted: 3,
    findings: ["child-before-parent"],
  },
  {
    name: "two cases in one trace",
    bytes: () =>
      asLines([
        good,
        otlpRequest([
          span("1", { attributes: { case_id: "A" } }),
          span("2", { attributes: { case_id: "B" } }),
        ]),
      ]),
    accepted: 3,
    findings: ["several-cases-in-trace"],
  },
  {
    name: "a span that is its own parent",
    bytes: () => asLines([good, otlpRequest([span("1", { parentSpanId: span("1").spanId })])]),
    accepted: 2,
    findings: ["own-parent"],
  },
  {
    name: "an unknown channel",
    bytes: () =>
      asLines([good, otlpRequest([span("1", { attributes: { channel: "carrier pigeon" } })])]),
    accepted: 2,
    findings: ["unknown-channel"],
  },
];

describe("bad input by file", () => {
  it.each(rows)("$name: keeps what is good and says what it did", async (row) => {
    const data = scratch.folder();
    const path = scratch.file("input", row.bytes());
    const run = row.isLarge ? runCli : runCommand;
    const { code, stdout, stderr } = await run(["ingest", path, "--json"], { data });
    expect(stderr).toBe("");
    const report = JSON.parse(stdout) as Report;
    const rejects = report.files.flatMap((file) => file.rejects);
    expect({ accepted: report.accepted, rejected: report.rejected }).toEqual({
      accepted: row.accepted,
      rejected: row.rejected ?? rejects.reduce((sum, { spans }) => sum + spans, 0),
    });
    const reasons = (row.reasons ?? []).map((reason): unknown => expect.stringMatching(reason));
    expect(rejects.map(({ reason }) => reason)).toEqual(reasons);
    expect(code).toBe(reasons.length === 0 ? 0 : 1);
    const { names, findings } = storedIn(data);
    expect(names).toContain("good");
    expect(findings).toEqual(row.findings ?? []);
    const spans = await runCommand(["export", "spans"], { data });
    expect(spans.stdout.trim().split("\n")).toHaveLength(row.accepted);
  });

  it("keeps a name like __proto__ as a name", async () => {
    const data = scratch.folder();
    const request = otlpRequest([span("1", { attributes: protoAttributes() })]);
    await runCli(["ingest", "-"], { data, input: asLines([request]) });
    const connection = new BetterSqlite3(join(data, "main.db"), { readonly: true });
    const detail = connection.prepare("SELECT detail FROM spans").pluck().get() as string;
    connection.close();
    expect(detail).toContain('"__proto__":"polluted"');
    expect(detail).toContain('"constructor":');
  });
});

type Report = {
  readonly accepted: number;
  readonly rejected: number;
  readonly files: readonly {
    readonly rejects: readonly { readonly reason: string; readonly spans: number }[];
  }[];
};

function span(idSuffix: string, overrides: Partial<PlainSpan> = {}): PlainSpan {
  return { traceId: "e".repeat(32), spanId: idSuffix.repeat(16), startUs, ...overrides };
}

function storedIn(data: string): { names: unknown[]; findings: unknown[] } {
  const connection = new BetterSqlite3(join(data, "main.db"), { readonly: true });
  const sql = "SELECT code FROM span_findings UNION ALL SELECT code FROM trace_findings";
  const names: unknown[] = connection.prepare("SELECT name FROM spans").pluck().all();
  const findings: unknown[] = connection.prepare(sql).pluck().all();
  connection.close();
  return { names, findings };
}

/** A whole first line, and a truncated second one. */
function cutGzip(text: string): Buffer {
  const end = text.indexOf("\n") + 1;
  const flush = { finishFlush: constants.Z_SYNC_FLUSH };
  const first = gzipSync(text.slice(0, end), flush);
  const both = gzipSync(text, flush);
  return both.subarray(0, Math.max(first.length, both.length - 30));
}

/** A line with a span whose attribute `a` is this JSON. */
function withValue(value: string): string {
  const request: OtlpRequest = otlpRequest([span("1", { attributes: { a: "HERE" } })]);
  return asLines([request]).replace('{"stringValue":"HERE"}', value);
}

function nested(depth: number): string {
  return `${'{"arrayValue":{"values":['.repeat(depth)}{"intValue":"1"}${"]}}".repeat(depth)}`;
}

/** An oversized line. */
function bomb(): Buffer {
  const parts = ['{"resourceSpans":[{"x":"', Buffer.alloc(80e6, "a"), '"}]}\n'];
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

function protoAttributes(): NonNullable<PlainSpan["attributes"]> {
  const entries: [string, PlainValue][] = [
    ["__proto__", "polluted"],
    ["constructor", { prototype: { polluted: true } }],
    ["toString", "no function"],
  ];
  return Object.fromEntries(entries);
}
