import { closeSync, openSync, writeSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { asLines, otlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { isWholeTier } from "@/lib/testing/runs";

const scratch = createScratch();
afterAll(() => scratch.remove());

const startUs = 1_767_600_000_000_000;
const traceId = "c".repeat(32);
const rootId = "f".repeat(16);
/**
 * Of a million spans a process keeps what a case of that size is derived of, some 610 MiB, and a thread some 60 to tell
 * languages and names: 822 were measured.
 */
const rssMiBMax = isWholeTier ? 900 : 600;

/** Prints a process's maximum resident memory at its end, in KiB. */
const printRss = `--import=data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => console.error('maxRSS', process.resourceUsage().maxRSS))",
)}`;

describe("very large input", () => {
  it("of a trace of a million spans, whose root comes last, is one case, in bounded memory", async () => {
    const count = isWholeTier ? 1_000_000 : 50_000;
    const path = writeTrace(count);
    const data = scratch.folder();
    const { code, stdout, stderr } = await runMeasured(["ingest", path, "--json"], data);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      accepted: count,
      rejected: 0,
      unassigned: 0,
      cases: 1,
    });
    expect(rssMiB(stderr)).toBeLessThan(rssMiBMax);
    const exported = await runCommand(["export", "cases"], { data });
    expect(JSON.parse(exported.stdout)).toMatchObject({
      case_id: "L-1",
      spans: count,
      messages: Math.floor((count - 1) / 100),
      touchpoints: 1,
    });
  });

  it("of a case of 10,000 messages keeps each of them, in order", async () => {
    const path = scratch.file("long-case.jsonl", asLines(longConversation(10_000)));
    const data = scratch.folder();
    const { code, stderr } = await runMeasured(["ingest", path], data);
    expect(code).toBe(0);
    expect(rssMiB(stderr)).toBeLessThan(rssMiBMax);
    const { stdout } = await runCommand(["export", "cases"], { data });
    expect(JSON.parse(stdout)).toMatchObject({ case_id: "L-2", messages: 10_000, spans: 10_001 });
  });

  it("of a conversation whose every turn repeats it all is stored once", async () => {
    const path = scratch.file("history.jsonl", asLines(growingHistory(300)));
    const data = scratch.folder();
    expect(await runCli(["ingest", path], { data })).toMatchObject({ code: 0 });
    const { stdout } = await runCommand(["export", "cases"], { data });
    expect(JSON.parse(stdout)).toMatchObject({ case_id: "L-3", messages: 600, spans: 301 });
  });
});

async function runMeasured(args: readonly string[], data: string): ReturnType<typeof runCli> {
  return runCli(args, { data, env: { NODE_OPTIONS: printRss } });
}

function rssMiB(stderr: string): number {
  return Number(/maxRSS (\d+)/.exec(stderr)?.[1] ?? Infinity) / 1024;
}

/** Every hundredth span is a message; only the root, which comes last, names the case. */
function writeTrace(count: number): string {
  const path = scratch.file("trace.jsonl", "");
  const file = openSync(path, "w");
  const perRequest = 1000;
  for (let from = 1; from < count; from += perRequest) {
    const spans: PlainSpan[] = [];
    for (let index = from; index < Math.min(count, from + perRequest); index += 1) {
      spans.push(childOf(index, index % 100 === 0 ? said(index) : { "step.index": index }));
    }
    writeSync(file, asLines([otlpRequest(spans)]));
  }
  writeSync(file, asLines([otlpRequest([rootOf("L-1")])]));
  closeSync(file);
  return path;
}

function longConversation(count: number): object[] {
  const spans = Array.from({ length: count }, (_, index) => childOf(index + 1, said(index)));
  return [otlpRequest([rootOf("L-2")]), otlpRequest(spans)];
}

function growingHistory(turns: number): object[] {
  const words = (turn: number) => [
    { role: "user", content: `Question ${String(turn)}?` },
    { role: "assistant", content: `Answer ${String(turn)}.` },
  ];
  const all = Array.from({ length: turns }, (_, turn) => words(turn)).flat();
  const calls = Array.from({ length: turns }, (_, turn) =>
    childOf(turn + 1, {
      "gen_ai.operation.name": "chat",
      "gen_ai.input.messages": JSON.stringify(all.slice(0, turn * 2 + 1)),
      "gen_ai.output.messages": JSON.stringify(all.slice(turn * 2 + 1, turn * 2 + 2)),
    }),
  );
  return [otlpRequest([rootOf("L-3")]), otlpRequest(calls)];
}

function said(index: number): NonNullable<PlainSpan["attributes"]> {
  const role = index % 200 === 0 || index % 2 === 1 ? "customer" : "agent";
  return { "message.role": role, "message.content": `This is message ${String(index)}.` };
}

function childOf(index: number, attributes: NonNullable<PlainSpan["attributes"]>): PlainSpan {
  return {
    traceId,
    spanId: index.toString(16).padStart(16, "0"),
    parentSpanId: rootId,
    name: "step",
    startUs: startUs + index * 1000,
    endUs: startUs + index * 1000 + 500,
    attributes,
  };
}

function rootOf(caseId: string): PlainSpan {
  const attributes = { case_id: caseId, channel: "chat" };
  return { traceId, spanId: rootId, name: "agent", startUs, endUs: startUs + 1e12, attributes };
}
