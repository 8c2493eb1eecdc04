import { afterAll, expect, it } from "vitest";
import type { IngestReport } from "@/lib/pipeline/intake/ingest-inputs";
import { fillFolder } from "@/lib/testing/fill-folder";
import { asLines, otlpRequest } from "@/lib/testing/spans/otlp";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";

const scratch = createScratch();
afterAll(() => scratch.remove());

const startUs = Date.parse("2026-10-10T09:00:00Z") * 1000;
const count = 20;

/** Twenty spans of one conversation. @param attributes what its exporter adds to each */
function sentWith(attributes: Readonly<Record<string, string>>): string {
  const spans = Array.from({ length: count }, (_, at) => ({
    ...{ traceId: "c".repeat(32), spanId: String(at + 1).padStart(16, "0"), name: "message" },
    startUs: startUs + at * 1_000_000,
    attributes: {
      ...{
        "message.role": at % 2 === 0 ? "customer" : "agent",
        "message.content": `Words ${String(at)}`,
      },
      ...attributes,
    },
  }));
  return asLines([otlpRequest(spans)]);
}

it("says which corrected spans differ from what is stored, and replaces them when told to", async () => {
  const data = scratch.folder();
  // The wrong export says more, so that the corrected one never is the greater version.
  const wrong = scratch.file("wrong.jsonl", sentWith({ ticketRef: "T-1", queue: "billing" }));
  const right = scratch.file("right.jsonl", sentWith({ case_id: "C-1" }));
  const ingest = async (...args: string[]) => {
    const { stdout } = await runCommand(["ingest", ...args, "--json"], { data });
    const report = JSON.parse(stdout) as IngestReport;
    const { accepted, overwritten, duplicate, differing, unassigned, cases } = report;
    return { accepted, overwritten, duplicate, differing, unassigned, cases };
  };
  const none = { accepted: 0, overwritten: 0, duplicate: 0, differing: 0, unassigned: 0, cases: 0 };
  expect(await ingest(wrong)).toEqual({ ...none, accepted: count, unassigned: count });

  expect(await ingest(right)).toEqual({ ...none, differing: count });
  const sent = await runCommand(["ingest", right], { data });
  expect([sent.code, sent.stdout]).toEqual([0, expect.stringContaining("add --replace.")]);

  expect(await ingest(right, "--replace")).toEqual({
    ...{ ...none, accepted: count, overwritten: count, cases: 1 },
  });
  expect(await ingest(right)).toEqual({ ...none, duplicate: count });
  // An exporter that still runs the old version is not to undo what was replaced.
  expect(await ingest(wrong)).toEqual({ ...none, differing: count });
});

it("says where spans that differ are kept in place of the stored ones, being the greater version", async () => {
  const data = scratch.folder();
  const great = scratch.file("great.jsonl", sentWith({ case_id: "C-1", queue: "billing" }));
  await fillFolder(data, sentWith({ case_id: "C-1" }));
  const { stdout } = await runCommand(["ingest", great, "--json"], { data });
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ accepted: count, overwritten: count, duplicate: 0, differing: 0, rejected: 0 },
  });
});

it("names the keys that spans without a case could be read by, and none that hold sentences", async () => {
  const keys = { ticketRef: "T-1", "session.id": "s-1" };
  const wrong = scratch.file("wrong.jsonl", sentWith({ ...keys, remark: "Call me back" }));
  const { stdout } = await runCommand(["ingest", wrong], { data: scratch.folder() });
  expect(stdout).toContain(" 20 spans without a case\n");
  expect(stdout).toContain(" ticketRef (20), session.id (20).");
});

it("leaves what removing a batch and sending the corrected spans leaves", async () => {
  const wrong = sentWith({ ticketRef: "T-1", queue: "billing" });
  const right = sentWith({ case_id: "C-1" });
  const file = scratch.file("right.jsonl", right);
  /** After what was sent first, and commands. */
  const digestOf = async (first: string, ...commands: readonly (readonly string[])[]) => {
    const data = scratch.folder();
    await fillFolder(data, first);
    for (const command of commands) await runCommand([...command], { data });
    return (await runCommand(["export", "digest"], { data })).stdout;
  };
  const fresh = await digestOf(right);
  expect(await digestOf(wrong, ["ingest", file, "--replace"])).toBe(fresh);
  const removed = await digestOf(wrong, ["remove", "batch", "1", "--yes"], ["ingest", file]);
  expect(removed).toBe(fresh);
});
