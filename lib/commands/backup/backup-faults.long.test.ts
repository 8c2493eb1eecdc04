import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync, rmSync, watch } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";

const scratch = createScratch();
afterAll(() => scratch.remove());

const data = scratch.folder();
const whole = join(scratch.folder(), "backup");

/** Large enough to be killed in the middle of. */
const padBytes = 40_000_000;

beforeAll(async () => {
  await runCommand(["migrate"], { data });
  const connection = connect(join(data, "main.db"), "writer");
  connection.exec(`CREATE TABLE pads AS SELECT zeroblob(${String(padBytes)}) AS pad`);
  connection.close();
  expect(await runCommand(["backup", whole], { data })).toMatchObject({ code: 0 });
});

describe("killed in the middle", () => {
  it("backup leaves nothing that looks like one", async () => {
    const parent = scratch.folder();
    await runKilledOnce(["backup", join(parent, "backup")], data, parent, /^backup\.draft-/);
    const [left, ...others] = readdirSync(parent);
    expect([left, others]).toEqual([expect.stringMatching(/^backup\.draft-/), []]);
    const to = scratch.folder();
    const { code, stderr } = await runCommand(["restore", join(parent, left ?? "")], { data: to });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/was not finished/)]);
    expect(readdirSync(to)).toEqual([]);
    const again = await runCommand(["backup", join(parent, "backup")], { data });
    expect(again.code).toBe(0);
  });

  it("restore leaves a folder that nothing opens until it is emptied", async () => {
    const to = scratch.folder();
    await runKilledOnce(["restore", whole], to, to, /^restore-draft$/);
    expect(readdirSync(to)).toEqual(["restore-draft"]);
    for (const args of [["migrate"], ["user", "list"], ["backup", join(scratch.folder(), "b")]]) {
      const { code, stderr } = await runCommand(args, { data: to });
      const sentence = /^A backup is being restored into the data folder, or that was interrupted/;
      expect([args, code, stderr]).toEqual([args, 2, expect.stringMatching(sentence)]);
    }
    const again = await runCommand(["restore", whole], { data: to });
    expect([again.code, again.stderr]).toEqual([2, expect.stringMatching(/empty the folder/)]);
    expect(readdirSync(to)).toEqual(["restore-draft"]);
    rmSync(join(to, "restore-draft"), { recursive: true });
    expect(await runCommand(["restore", whole], { data: to })).toMatchObject({ code: 0 });
  });
});

describe("on a full disk", () => {
  it("backup says so in one sentence and removes what it copied", async () => {
    const parent = scratch.folder();
    const target = join(parent, "backup");
    const { code, stderr } = await runLimited(["backup", target], data);
    expect([code, stderr]).toEqual([2, fullSentence(target, "no backup was made")]);
    expect(readdirSync(parent)).toEqual([]);
  });

  it("restore does, too", async () => {
    const to = scratch.folder();
    const { code, stderr } = await runLimited(["restore", whole], to);
    expect([code, stderr]).toEqual([2, fullSentence(to, "nothing was restored")]);
    expect(readdirSync(to)).toEqual([]);
  });

  function fullSentence(folder: string, outcome: string): unknown {
    return expect.stringMatching(
      `^There is no room on the disk of ${folder}, or it fails \\(\\w+\\): ${outcome}, and what was copied is removed\\.\n$`,
    );
  }
});

/** Kills a command as soon as a name appears in a folder. */
async function runKilledOnce(
  args: readonly string[],
  folder: string,
  watched: string,
  name: RegExp,
): Promise<void> {
  let child: ChildProcess | undefined;
  const watcher = watch(watched, (_, seen) => {
    if (seen !== null && name.test(seen)) child?.kill("SIGKILL");
  });
  const { code } = await runCli(args, { data: folder, onStart: (started) => (child = started) });
  watcher.close();
  expect(code).toBe(null);
}

/** Runs a command whose files may not get half as long as the padded database. */
async function runLimited(
  args: readonly string[],
  folder: string,
): Promise<{ readonly code: unknown; readonly stderr: string }> {
  const env = { ...process.env, THROUGHLINE_DATA: folder };
  const script = `ulimit -f ${String((padBytes / 2) >> 9)}; exec "$@"`;
  const command = ["-c", script, "sh", process.execPath, join("dist", "cli.mjs"), ...args];
  const child = spawn("sh", command, { env, stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, "close")) as [unknown];
  return { code, stderr };
}
