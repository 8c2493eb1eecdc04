import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { version } from "@/package.json";
import { fillFolder } from "@/lib/testing/fill-folder";
import { asLines } from "@/lib/testing/spans/otlp";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";

const scratch = createScratch();
afterAll(() => scratch.remove());
const made = syntheticExport(41, 22);
const lines = asLines(made.requests);
/** What becomes of an input as a whole needs few cases. */
const few = syntheticExport(42, 2);
const fewLines = asLines(few.requests);
const fewFile = scratch.file("few.jsonl", fewLines);
/** A data folder with the export, ingested once, that nothing is written to. */
const data = scratch.folder();
/** A copy of it from before anything was exported. */
const unseen = scratch.folder();
beforeAll(async () => {
  await fillFolder(data, lines);
  cpSync(data, unseen, { recursive: true });
});

describe("throughline", () => {
  it.each([[[]], [["ingest"]], [["export"]], [["worker"]], [["migrate"]]])(
    "explains itself: %j --help",
    async (command) => {
      const { code, stdout } = await runCommand([...command, "--help"], { data: scratch.folder() });
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage: throughline ${command[0] ?? "[options] [command]"}`);
    },
  );

  it("says its version", async () => {
    const { code, stdout } = await runCommand(["--version"], { data: scratch.folder() });
    expect([code, stdout]).toEqual([0, `${version}\n`]);
  });

  it.each([
    [["ingest"], /missing required argument 'input'/],
    [["nonsense"], /unknown command 'nonsense'/],
    [["ingest", "nowhere.jsonl"], /There is no file or folder "nowhere.jsonl"/],
    [["ingest", scratch.folder()], /The folder ".+" is empty; nothing was ingested/],
    [["export", "cases"], /The workspace "main" is empty/],
    [["export", "cases", "--workspace", "other"], /Allowed choices are main, demo/],
    [["export", "cases", "--format", "xml"], /Allowed choices are jsonl, csv/],
  ])("refuses %j with exit code 2 and one sentence", async (args, sentence) => {
    const { code, stdout, stderr } = await runCommand(args, { data: scratch.folder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("says in one sentence that a workspace's file is none", async () => {
    const data = scratch.folder();
    writeFileSync(
      join(data, "main.db"),
      "This is no database, and far too short for one.".repeat(40),
    );
    const { code, stderr } = await runCommand(["export", "digest"], { data });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(
        /^The file main\.db in the data folder is damaged.+\n$/,
      ) as unknown,
    });
  });

  it("says what to do where the data folder is a file", async () => {
    const data = scratch.file("no-folder", "");
    const { code, stderr } = await runCommand(["migrate"], { data });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(
        /^The path .+no-folder.* could not be used \(E(?:EXIST|NOTDIR): .+\)\. .+ no folder: name another, as with THROUGHLINE_DATA\.\n$/,
      ) as unknown,
    });
  });

  it("says so where the data folder cannot be made, as below /proc", async () => {
    // A process of its own: it must end by itself.
    const { code, stderr } = await runCli(["migrate"], { data: "/proc/none/data" });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^The path \/proc\/none could not be used \(ENOENT/) as unknown,
    });
  });

  it.each([
    ["access.db", ["user", "list"]],
    ["main.db", ["migrate"]],
    ["main.db", ["backup", "/nowhere/backup"]],
    ["key", ["token", "add", "gateway"]],
  ])("names the file %s of a data folder that may not be opened, no draft of it", async (...of) => {
    const [name, args] = of;
    const data = scratch.folder();
    chmodSync(data, 0);
    chmodSync(dirname(data), 0o711);
    // Root may open every folder.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.("nobody");
    const { code, stderr } = await runCommand(args, { data }).finally(() => {
      if (isRoot) process.seteuid?.(0);
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^The file .+ the data folder .+ rights.+\n$/);
    expect(stderr).toContain(`The file ${name} `);
  });

  it("does not call a workspace empty that may not be read", async () => {
    const data = scratch.folder();
    // Whoever runs this may read every folder, perhaps; nobody follows a link to itself.
    symlinkSync("main.db", join(data, "main.db"));
    expect(await runCommand(["export", "digest"], { data })).toMatchObject({
      code: 2,
      stderr:
        "The file main.db in the data folder may not be read: look at the owner and the rights of the folder (ELOOP).\n",
    });
  });

  it.each([
    [["export", "nonsense"], /There is no export "nonsense"/],
    [["export", "cases", "--as-of", "soon"], /"soon" is no instant/],
  ])("refuses %j in a workspace that is there", async (args, sentence) => {
    const data = scratch.folder();
    await runCommand(["migrate"], { data });
    const { code, stderr } = await runCommand(args, { data });
    expect({ code, stderr }).toMatchObject({ code: 2 });
    expect(stderr).toMatch(sentence);
  });
});

describe("throughline ingest", () => {
  it("reads files, folders and standard input, gzip or not, and counts what came", async () => {
    const folder = scratch.folder();
    mkdirSync(join(folder, "deep"));
    const [one = "", two = "", three = ""] = inThree(lines);
    writeFileSync(join(folder, "deep", "b.txt"), one);
    writeFileSync(join(folder, "a.gz"), gzipSync(two));
    writeFileSync(join(folder, ".hidden"), "not read");
    const data = scratch.folder();
    const args = ["ingest", folder, "-", "--json"];
    const { code, stdout, stderr } = await runCli(args, { data, input: three });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const report = JSON.parse(stdout) as Record<string, unknown>;
    expect(report).toMatchObject({
      accepted: made.spanCount,
      duplicate: 0,
      rejected: 0,
      unassigned: 0,
      cases: made.channels.size,
      files: [{ source: "a.gz" }, { source: "b.txt" }, { source: "standard input" }],
    });
  });

  it("says with exit code 1 what was refused, and keeps the rest", async () => {
    const broken = scratch.file("broken.jsonl", `${fewLines}{"resourceSpans": [{"broken\n`);
    const { code, stdout } = await runCommand(["ingest", broken], { data: scratch.folder() });
    expect(code).toBe(1);
    expect(stdout).toContain(`${few.spanCount.toLocaleString("en-US")} accepted`);
    expect(stdout).toMatch(/\n {2}line \d+.*: .+\n/);
    expect(stdout).toContain(
      "\n  http://127.0.0.1:3000/workspaces/main?to=%2Fingest%3Fbatch%3D1\n",
    );
  });

  it("says whether a server answers where its links lead", async () => {
    const server = createServer((_request, response) => response.end("ok")).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${String(port)}`;
    const data = scratch.folder();
    const file = scratch.file("few.jsonl", fewLines);
    const ingest = async () => (await runCommand(["ingest", file, "--url", url], { data })).stdout;
    expect(await ingest()).not.toContain("No server answers");
    server.close().closeAllConnections();
    await once(server, "close");
    expect(await ingest()).toContain(`\nNo server answers at ${url}: `);
  });

  it("says with exit code 1 that an empty input is empty", async () => {
    const { code, stdout } = await runCli(["ingest", "-"], { data: scratch.folder() });
    expect({ code, stdout }).toMatchObject({ code: 1 });
    expect(stdout).toContain("The input is empty.");
  });

  it("says with exit code 1 that a file cannot be read, and reads the others", async () => {
    const folder = scratch.folder();
    writeFileSync(join(folder, "a.jsonl"), fewLines);
    chmodSync(join(folder, "a.jsonl"), 0);
    // Root can read everything but another process's memory.
    const unreadable = process.getuid?.() === 0 ? "/proc/self/mem" : join(folder, "a.jsonl");
    const args = ["ingest", unreadable, fewFile];
    const { code, stdout, stderr } = await runCommand(args, { data: scratch.folder() });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toMatch(/start of the input: The file cannot be read \(E\w+\)\./);
    expect(stdout).not.toContain("empty");
    expect(stdout).toContain(`${few.spanCount.toLocaleString("en-US")} accepted`);
  });

  it("keeps the demo apart from what is real", async () => {
    const data = scratch.folder();
    await runCommand(["ingest", fewFile, "--workspace", "demo"], { data });
    const { code, stderr } = await runCommand(["export", "cases"], { data });
    expect({ code, stderr }).toMatchObject({ code: 2 });
    const demo = await runCommand(["export", "cases", "--workspace", "demo"], { data });
    expect(demo.stdout.trim().split("\n")).toHaveLength(few.channels.size);
  });
});

describe("throughline export", () => {
  it("prints a case a line with the fields of its contract, ordered by id", async () => {
    const { code, stdout } = await runCommand(["export", "cases"], { data });
    expect(code).toBe(0);
    const cases = rowsOf(stdout);
    expect(Object.keys(cases[0] ?? {})).toEqual([
      "case_id",
      "customer_id",
      "case_type",
      "intent",
      "channels",
      "touchpoints",
      "handoffs",
      "messages",
      "spans",
      "outcome",
      "closure_evidence",
      "resolved",
      "scores",
      "inferred_intent",
      "intent_confidence",
      ...["opened", "last_contact", "closed", "closed_by", "region", "teams", "agent_kinds"],
      ...["risk", "csat", "prompts", "models", "releases", "input_tokens", "output_tokens"],
      ...[
        "model_cost_usd",
        "model_cost_estimated_usd",
        "merged_into",
        "model_calls",
        "model_seconds",
      ],
      ...["slowest_model_call_seconds", "first_token_seconds", "slowest_first_token_seconds"],
      ...["failed_steps", "failed_tools", "failed_models", "failed_prompts"],
    ]);
    const ids = cases.map((row) => String(row["case_id"]));
    expect(ids).toEqual([...made.channels.keys()].sort());
    expect(cases.map((row) => row["channels"])).toEqual(ids.map((id) => made.channels.get(id)));
  });

  it("prints every span once, and both kinds as CSV with a header", async () => {
    const spans = await runCommand(["export", "spans"], { data });
    const keys = rowsOf(spans.stdout).map(
      (row) => `${String(row["trace_id"])}/${String(row["span_id"])}`,
    );
    expect(new Set(keys).size).toBe(made.spanCount);
    const csv = await runCommand(["export", "cases", "--format", "csv"], { data });
    expect(csv.stdout.split("\n")[0]).toMatch(/^case_id,customer_id,/);
    expect(csv.stdout.trim().split("\n")).toHaveLength(made.channels.size + 1);
  });

  it("prints cases as CSV flat: no cell holds a list or an object", async () => {
    const { stdout } = await runCommand(["export", "cases", "--format", "csv"], { data });
    const [head = "", ...lines] = stdout.trim().split("\n");
    expect(head).toContain(",opened,last_contact,closed,closed_by,region,teams,");
    expect(head).toContain(",worst_conversation_resolution");
    for (const line of lines) expect(line).not.toMatch(/[[{"]/u);
    expect(new Set(lines.map((line) => line.split(",").length))).toEqual(
      new Set([head.split(",").length]),
    );
  });

  it("prints every message with its case, contact, channel, speaker and tool", async () => {
    const { stdout } = await runCommand(["export", "messages"], { data });
    const rows = rowsOf(stdout);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      ...["case", "ordinal", "interaction", "channel", "speaker", "agent_kind", "at", "text"],
      ...["tool", "toolCalls"],
    ]);
    const cases = rowsOf((await runCommand(["export", "cases"], { data })).stdout);
    const counts = new Map<unknown, number>();
    for (const row of rows) counts.set(row["case"], (counts.get(row["case"]) ?? 0) + 1);
    const withMessages = cases.filter((row) => Number(row["messages"]) > 0);
    expect([...counts]).toEqual(withMessages.map((row) => [row["case_id"], row["messages"]]));
    const csv = await runCommand(["export", "messages", "--format", "csv"], { data });
    expect(csv.stdout.split("\n")[0]).toBe(
      "case,ordinal,interaction,channel,speaker,agent_kind,at,text,tool.name,tool.args,tool.isError,toolCalls",
    );
  });

  it("is in the audit with who took how many rows away, but for a digest", async () => {
    const own = scratch.folder();
    cpSync(unseen, own, { recursive: true });
    await runCommand(["export", "digest"], { data: own });
    await runCommand(["export", "cases", "--format", "csv"], { data: own });
    const connection = connect(join(own, "access.db"), "reader");
    const rows = connection.prepare("SELECT * FROM audit ORDER BY seq").all();
    connection.close();
    const entry = { workspace: "main", target: "cases.csv", network: "loopback" };
    const actor = expect.stringMatching(/^cli-[0-9a-f]{16}$/u) as unknown;
    expect(rows).toMatchObject([
      { ...entry, actor, action: "exported", after: null },
      {
        ...entry,
        actor,
        action: "export-ended",
        after: JSON.stringify({ rows: made.channels.size }),
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(userInfo().username);
  });

  it("computes outcomes at the given instant", async () => {
    const early = await runCommand(["export", "cases", "--as-of", "2020-01-01T00:00:00Z"], {
      data,
    });
    const outcomes = new Set(rowsOf(early.stdout).map((row) => row["outcome"]));
    expect([...outcomes]).toEqual(["in_progress"]);
  });

  it("prints a digest that does not depend on the time", async () => {
    const plain = await runCommand(["export", "digest"], { data });
    const json = await runCommand(["export", "digest", "--json"], { data });
    expect(plain.stdout).toMatch(/^[0-9a-f]{64}\n$/);
    expect(JSON.parse(json.stdout)).toEqual({ digest: plain.stdout.trim() });
  });

  it.each([
    ["has read enough", "head -1"],
    ["reads nothing", "{ exec <&-; echo '{\"trace_id\":0}'; }"],
  ])("ends quietly when its reader %s", async (_, reader) => {
    const whole = await runCommand(["export", "spans"], { data });
    // More than a pipe holds: it is still writing when its reader is gone.
    expect(Buffer.byteLength(whole.stdout)).toBeGreaterThan(65_536);
    const command = `"${process.execPath}" dist/cli.mjs export spans | ${reader}; echo "\${PIPESTATUS[0]}"`;
    const shell = spawn("bash", ["-c", command], {
      env: { ...process.env, THROUGHLINE_DATA: data },
    });
    let output = "";
    shell.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    shell.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    await new Promise((resolve) => shell.on("close", resolve));
    const [row = "", status] = output.trim().split("\n");
    expect(Object.keys(JSON.parse(row) as object)[0]).toBe("trace_id");
    expect(status).toBe("0");
  });
});

describe("throughline worker and migrate", () => {
  it("derive what waits, and make a workspace", async () => {
    const empty = scratch.folder();
    const migrated = await runCommand(["migrate", "--json"], { data: empty });
    const path = join(empty, "main.db");
    expect(JSON.parse(migrated.stdout)).toEqual({ workspace: "main", path });
    const own = scratch.folder();
    cpSync(unseen, own, { recursive: true });
    const connection = connect(join(own, "main.db"), "writer");
    connection.exec(
      "INSERT INTO queue (stage, key, mark, since_us) SELECT 'case', case_id, 1, 1 FROM cases",
    );
    connection.close();
    const { stdout } = await runCli(["worker", "--once", "--json"], { data: own });
    expect(JSON.parse(stdout)).toMatchObject({ cases: made.channels.size });
  });
});

function inThree(text: string): string[] {
  const all = text.trimEnd().split("\n");
  const size = Math.ceil(all.length / 3);
  return [0, 1, 2].map((part) => `${all.slice(part * size, (part + 1) * size).join("\n")}\n`);
}

function rowsOf(text: string): Record<string, unknown>[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
