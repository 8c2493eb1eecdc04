import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { readReplayedCase, readReplays } from "@/lib/store/gate/replays";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { jsonLines } from "@/lib/testing/gate-rows";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { inDataFolder } from "@/lib/testing/stored-runs";
import { runShell } from "./run-shell";

const scratch = createScratch();
afterAll(() => scratch.remove());

const ids = Array.from({ length: 4 }, (_, at) => `case-${String(at)}`);
const cohort = scratch.file(
  "golden.jsonl",
  jsonLines(
    ids.map((id) => ({
      id,
      channels: ["chat"],
      opening: [{ channel: "chat", text: `Hello of ${id}` }],
    })),
  ),
);

/** A team's replay: a Node script that answers each of {cases}; `body` may end it early or send otherwise. */
function script(body: string): string {
  const path = scratch.file(
    "replay.mjs",
    `import { readFileSync, writeFileSync } from "node:fs";
const cases = readFileSync(process.argv[2], "utf8").trim().split("\\n").map((line) => JSON.parse(line));
const hex = (text, digits) => Buffer.from(text).toString("hex").padStart(digits, "0").slice(-digits);
const text = (key, stringValue) => ({ key, value: { stringValue } });
const traceOf = ({ id, opening }, attributes = []) => ({ resourceSpans: [{
  resource: { attributes: [text("throughline.cohort.item", id), ...attributes] },
  scopeSpans: [{ scope: { name: "replay" }, spans: [{
    traceId: hex(process.env.THROUGHLINE_RUN + id, 32), spanId: hex(id, 16), name: "chat gpt", kind: 1,
    startTimeUnixNano: "1790000000000000000", endTimeUnixNano: "1790000001000000000",
    attributes: [text("gen_ai.operation.name", "chat"), text("channel", "chat"), text("session.id", id),
      text("gen_ai.input.messages", JSON.stringify([["user", opening[0].text], ["assistant", "I have refunded the 20 dollars to your card."], ["user", "Great, thank you so much, that solved it!"]].map(([role, content]) => ({ role, parts: [{ type: "text", content }] })))),
      text("gen_ai.output.messages", JSON.stringify([{ role: "assistant", parts: [{ type: "text", content: "You are welcome. Have a nice day!" }] }]))],
  }] }],
}] });
const print = (trace) => process.stdout.write(JSON.stringify(trace) + "\\n");
${body}
`,
  );
  return `${process.execPath} ${path} {cases}`;
}

/** Temporary files of each replay, apart from those of other tests. */
const temporary = scratch.folder();

async function replay(command: string, ...more: readonly string[]) {
  const data = scratch.folder();
  const result = await runCommand(
    [
      ...["gate", "--cohort", cohort, "--candidate", "v15", "--run", "r1", "--min", "0.78"],
      ...["--replay", command, ...more],
    ],
    { data, env: { TMPDIR: temporary } },
  );
  return { ...result, data };
}

const itemsOf = (data: string) =>
  inDataFolder(data, async (db) => {
    expect(await listCaseIds(db)).toEqual([]);
    return (await readReplays(db, "r1")).map(({ item }) => item);
  });

describe("throughline gate --replay", () => {
  it("imports what the command prints, and goes on to the verdict", async () => {
    const { code, stdout, stderr, data } = await replay(
      script("cases.forEach((each) => print(traceOf(each)));"),
    );
    expect(await itemsOf(data)).toEqual(ids);
    expect(stderr).toMatch(
      /^Replaying 4 cases of golden as r1, for at most 30m\.\nThe command exited with code 0\.\nr1: 4 items of the 4 of golden, 4 replays;/u,
    );
    expect(stdout).toMatch(/^INVALID: v15 on golden, attempt 1\n/u);
    expect(stdout).toContain("Decided by: Size of the cohort.");
    expect(code).toBe(2);
    expect((await runCommand(["gate", "--explain", "r1"], { data })).stdout).toContain(
      "decided again, identical byte for byte",
    );
  });

  it("imports what the command writes to {out}, or sends to the endpoint of its environment", async () => {
    const written = await replay(
      `${script('writeFileSync(process.argv[3], cases.map((each) => JSON.stringify(traceOf(each))).join("\\n"));')} {out}`,
    );
    expect(await itemsOf(written.data)).toEqual(ids);
    const sent = await replay(
      script(`const declared = process.env.OTEL_RESOURCE_ATTRIBUTES.split(",").map((pair) => text(...pair.split("=")));
for (const each of cases) {
  const { ok } = await fetch(process.env.OTEL_EXPORTER_OTLP_ENDPOINT + "/v1/traces", {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(traceOf(each, declared)),
  });
  if (!ok) process.exit(9);
}`),
    );
    expect(sent.stderr).toContain("The command exited with code 0.");
    expect(await itemsOf(sent.data)).toEqual(ids);
  });

  it("reads words that come as log events, before or after their spans", async () => {
    const { data } = await replay(
      script(`const send = (signal, body) => fetch(process.env.OTEL_EXPORTER_OTLP_ENDPOINT + "/v1/" + signal, {
  method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
});
for (const [index, each] of cases.entries()) {
  const trace = traceOf(each);
  const [span] = trace.resourceSpans[0].scopeSpans[0].spans;
  const isWords = ({ key }) => key.endsWith(".messages");
  const logRecords = [{
    traceId: span.traceId, spanId: span.spanId, timeUnixNano: span.startTimeUnixNano,
    eventName: "gen_ai.client.inference.operation.details", attributes: span.attributes.filter(isWords),
  }];
  span.attributes = span.attributes.filter((attribute) => !isWords(attribute));
  const parts = [["traces", trace], ["logs", { resourceLogs: [{ scopeLogs: [{ logRecords }] }] }]];
  for (const part of index % 2 === 0 ? parts : parts.reverse()) {
    if (!(await send(...part)).ok) process.exit(9);
  }
}`),
    );
    expect(await itemsOf(data)).toEqual(ids);
    await inDataFolder(data, async (db) => {
      for (const each of await readReplays(db, "r1")) {
        const said = (await readReplayedCase(db, each))?.messages.map(({ text }) => text);
        expect(said?.at(0)).toBe(`Hello of ${each.item}`);
        expect(said?.at(-1)).toBe("You are welcome. Have a nice day!");
      }
    });
  });

  it("keeps what came before a crash, and says why the others are missing", async () => {
    const { stdout, stderr, data } = await replay(
      script(
        "print(traceOf(cases[0])); print(traceOf(cases[1])); process.stdout.write('{\"resourceSpans\":[{'); process.exitCode = 3;",
      ),
    );
    expect(await itemsOf(data)).toEqual(["case-0", "case-1"]);
    expect(stderr).toContain("The command exited with code 3.");
    expect(stderr).toContain(
      "2 items without a replay:\n  case-2: the command exited with code 3\n",
    );
    expect(stdout).toMatch(/^INVALID: /u);
    expect(stdout).toContain("Not scored, v15 (");
    expect(stdout).toMatch(/ · the command exited with code 3: [^\n]*case-3/u);
  });

  it("ends a command that takes too long, with all that it started", async () => {
    const { stderr, stdout, data } = await replay(
      `sleep 61 & ${script("print(traceOf(cases[0])); setInterval(() => undefined, 1000);")}`,
      // Long enough for Node to start and print the first case on a machine that is busy.
      ...["--replay-timeout", "15s"],
    );
    expect(await itemsOf(data)).toEqual(["case-0"]);
    expect(stderr).toContain("The command timed out after 15s.");
    expect(stdout).toMatch(/ · the command timed out after 15s: [^\n]*case-1/u);
  });

  it("stores nothing of garbage", async () => {
    const { stderr, stdout, data } = await replay("echo Segmentation fault; kill -SEGV $$");
    expect(await itemsOf(data)).toEqual([]);
    expect(stderr).toContain("The command was ended by SIGSEGV.");
    expect(stderr).toContain("1 place could not be read:");
    expect(stdout).toMatch(/^INVALID: v15 on golden, attempt 1\n/u);
  });

  it("does not score a replay that lacks one of its channels", async () => {
    const wide = scratch.file(
      "wide.jsonl",
      jsonLines([
        { id: "case-0", channels: ["chat", "voice"], opening: [{ channel: "chat", text: "Hi" }] },
      ]),
    );
    const data = scratch.folder();
    const { stdout } = await runCommand(
      [
        ...["gate", "--cohort", wide, "--candidate", "v15", "--min", "0.78"],
        ...["--replay", script("cases.forEach((each) => print(traceOf(each)));")],
      ],
      { data },
    );
    expect(stdout).toContain(" · not replayed on voice: case-0\n");
  });

  it("leaves no files behind, and says what is wrong with its options", async () => {
    const { code, stderr } = await replay("true", "--replay-timeout", "soon");
    expect([code, stderr]).toEqual([
      2,
      "--replay-timeout is soon; give seconds, minutes or hours up to a day, such as 90s, 30m or 2h.\n",
    ]);
    await replay("true");
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe("runShell", () => {
  it("ends the whole group when this process is told to end", async () => {
    const marked = `throughline-test-${String(process.pid)}`;
    const started = runShell(`sh -c 'sleep 62; : ${marked}' & sh -c 'sleep 62; : ${marked}'`, {
      ...{ env: {}, stdout: 2, timeoutMs: 60_000 },
    });
    await expect.poll(() => running(marked)).toBeGreaterThan(1);
    process.emit("SIGINT");
    expect(await started).toEqual({ kind: "interrupted" });
    await expect.poll(() => running(marked)).toBe(0);
  });
});

/** How many processes have a text in their command line. */
async function running(text: string): Promise<number> {
  const list = spawn("ps", ["-eo", "stat,args"], { stdio: ["ignore", "pipe", "ignore"] });
  let printed = "";
  for await (const chunk of list.stdout) printed += String(chunk);
  return printed.split("\n").filter((line) => line.includes(text) && !line.startsWith("Z")).length;
}
