import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import type { Manifest } from "@/lib/pipeline/backup/manifest";
import { fillFolder } from "@/lib/testing/fill-folder";
import {
  digestAt,
  placeInFolder,
  spanIdsOf,
  storedSpanIds,
} from "@/lib/testing/faults/fault-place";
import { sendAll } from "@/lib/testing/faults/send-all";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { asLines } from "@/lib/testing/spans/otlp";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { bundleServer, startServer } from "@/lib/testing/start-server";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";

const scratch = createScratch();
afterAll(() => scratch.remove());

const made = syntheticExport(31, 12);
const data = scratch.folder();

beforeAll(async () => {
  await fillFolder(data, asLines(made.requests));
  await runCommand(["export", "spans"], { data });
});

const backup = (target: string, ...more: string[]) =>
  runCommand(["backup", target, ...more], { data });

describe("made while a server runs", () => {
  const { requests } = syntheticExport(32, 400);
  let server = "";
  beforeAll(async () => {
    server = await bundleServer(scratch.folder());
  });

  it("has what was acknowledged at once before, from the log", async () => {
    const busy = scratch.folder();
    const running = await startServer(server, busy);
    const { stored, send } = createSender(running.url);
    await send(requests.slice(0, 3));
    const restored = await restoredBackup(busy);
    await running.kill();
    expect(await storedSpanIds(placeInFolder(restored))).toEqual(stored);
  });

  it("and stores spans has all that was acknowledged before, and is derived alike", async () => {
    const busy = scratch.folder();
    const running = await startServer(server, busy);
    const { stored, send } = createSender(running.url);
    await send(requests.slice(0, 30));
    const before = [...stored];
    let isMade = false;
    const sending = send(requests.slice(30), () => isMade);
    const restored = await restoredBackup(busy);
    isMade = true;
    await sending;
    await running.kill();
    expect(stored.size).toBeGreaterThan(before.length);

    const there = await storedSpanIds(placeInFolder(restored));
    expect(before.filter((id) => !there.has(id))).toEqual([]);
    const whole = requests.filter((request) => spanIdsOf(request).every((id) => there.has(id)));
    expect(new Set(whole.flatMap(spanIdsOf))).toEqual(there);
    const connection = connect(locationIn(restored, "main"), "writer");
    expect(connection.pragma("integrity_check", { simple: true })).toBe("ok");
    connection.close();
    const undisturbed = await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(whole);
      return workspace.digest();
    });
    expect(await digestAt(placeInFolder(restored))).toBe(undisturbed);
  });

  /** Sends one request after the other, and keeps the ids of the spans that were acknowledged. */
  function createSender(url: string) {
    const stored = new Set<string>();
    const onStored = (request: object) => spanIdsOf(request).forEach((id) => stored.add(id));
    const send = (some: readonly object[], isOver = () => false) =>
      sendAll({ urlOf: () => url, requests: some, onStored, isOver, senders: 1 });
    return { stored, send };
  }

  /** Backs a data folder up by a process of its own. @returns the folder of the restored data */
  async function restoredBackup(of: string): Promise<string> {
    const target = join(scratch.folder(), "backup");
    const made = await runCli(["backup", target], { data: of });
    expect([made.code, made.stderr]).toEqual([0, ""]);
    const restored = scratch.folder();
    expect(await runCommand(["restore", target], { data: restored })).toMatchObject({ code: 0 });
    return restored;
  }
});

it("holds the databases, the key and what is still to be read, for their owner alone", async () => {
  const folder = scratch.folder();
  for (const name of ["main.db", "access.db", "key"])
    writeFileSync(join(folder, name), readFileSync(join(data, name)));
  const uploads = ["a.whole", "a.json", "b.aside", "c.part", "c.json", "d.draft"];
  mkdirSync(join(folder, "uploads"));
  for (const name of uploads) writeFileSync(join(folder, "uploads", name), `the bytes of ${name}`);
  for (const name of ["url", "session-key", "demo.json"]) writeFileSync(join(folder, name), name);
  mkdirSync(join(folder, "preview-1"));
  const target = join(scratch.folder(), "backup");
  const { stdout, code } = await runCommand(["backup", target, "--json"], { data: folder });
  expect(code).toBe(0);
  const manifest = JSON.parse(readFileSync(join(target, "manifest.json"), "utf8")) as Manifest;
  expect(JSON.parse(stdout)).toEqual({ folder: target, ...manifest });
  expect(manifest.workspaces).toEqual([
    { workspace: "main", cases: made.channels.size, intakeRevision: expect.any(String) as unknown },
  ]);

  const paths = manifest.files.map(({ path }) => path).sort();
  expect(paths).toEqual([
    ...["access.db", "demo.json", "key", "main.db"],
    ...["uploads/a.json", "uploads/a.whole", "uploads/b.aside"],
  ]);
  expect(filesBelow(target)).toEqual([...paths, "manifest.json"].sort());
  for (const { path, bytes, sha256 } of manifest.files) {
    const content = readFileSync(join(target, path));
    expect([bytes, sha256]).toEqual([content.length, hashOf(content)]);
  }
  for (const path of ["", "uploads"]) expect(modeOf(join(target, path))).toBe(0o700);
  for (const path of filesBelow(target)) expect(modeOf(join(target, path))).toBe(0o600);
});

it("says what it copied, and that the key is not in it where the environment has it", async () => {
  const target = join(scratch.folder(), "backup");
  const { code, stdout } = await runCli(["backup", target], {
    data,
    env: { THROUGHLINE_KEY: "secret" },
  });
  expect(code).toBe(0);
  const [first, second] = stdout.split("\n");
  expect(first).toMatch(
    /^Backed up main \(12 cases\), accounts and 1 other file, [\d,]+ bytes, as of 20\S+Z, to \/.*backup\.$/,
  );
  expect(second).toBe("THROUGHLINE_KEY is not in the backup: keep it, too.");
});

describe("is refused", () => {
  it("where the target exists", async () => {
    const target = scratch.folder();
    await refused(target, "exists already");
    expect(readdirSync(target)).toEqual([]);
  });

  it("where the target is inside the data folder, by whatever name", async () => {
    await refused(join(data, "backup"), "is inside the data folder");
    const link = join(scratch.folder(), "link");
    symlinkSync(data, link);
    await refused(join(link, "backup"), "is inside the data folder");
  });

  it("where the target's folder does not exist", () =>
    refused(join(scratch.folder(), "no", "backup"), "would be in a folder that does not exist"));

  it("where there are no data", async () => {
    const target = join(scratch.folder(), "backup");
    const { code, stderr } = await runCommand(["backup", target], { data: scratch.folder() });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/holds nothing to back up\.\n$/)]);
  });

  it("where a database is damaged", async () => {
    const folder = scratch.folder();
    const path = join(folder, "main.db");
    const connection = connect(path, "writer");
    // A page that nothing but a check of everything reads.
    connection.exec("CREATE TABLE pads AS SELECT 1 AS pad");
    const sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'pads'";
    const page = connection.prepare<[], number>(sql).pluck().get() ?? 0;
    connection.close();
    const torn = readFileSync(path);
    torn.fill(0xa5, (page - 1) * 4096, page * 4096);
    writeFileSync(path, torn);
    const parent = scratch.folder();
    const result = await runCommand(["backup", join(parent, "backup")], { data: folder });
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/^The file main\.db in the data folder is damaged/);
    expect(readdirSync(parent)).toEqual([]);
  });

  async function refused(target: string, why: string): Promise<void> {
    const isThere = existsSync(target);
    expect(await backup(target)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: `${target} ${why}; no backup was made.\n`,
    });
    expect(existsSync(target)).toBe(isThere);
    const parent = dirname(target);
    if (existsSync(parent))
      expect(readdirSync(parent).filter((name) => name.includes("draft"))).toEqual([]);
  }
});

/** The files below a folder, relative to it and sorted. */
function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return entries.filter((path) => statSync(join(folder, path)).isFile()).sort();
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}
