import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyData, type CopyStep } from "@/lib/pipeline/copy/copy-data";
import { databaseNames } from "@/lib/domain/workspace";
import { readPlace } from "@/lib/pipeline/copy/place";
import { namespaceUrl } from "@/lib/pipeline/worker/postgres-url";
import { makeDrafts } from "@/lib/store/copy/draft-namespaces";
import { serverVariable } from "@/lib/testing/postgres/test-server";
import { createScratch, runCli, type CliResult } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { seededRandom } from "@/lib/testing/seeded-random";
import { asLines } from "@/lib/testing/spans/otlp";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";

const scratch = createScratch();
afterAll(scratch.remove);

const server = process.env[serverVariable] ?? "";
/** What signs in: user and password. */
const secret = new URL(server).href.replaceAll(/^.*\/\/|@.*$/gu, "");
const random = seededRandom(2026);

/** Two dozen cases, and an account. */
const data = scratch.folder();
const made = syntheticExport(41, 24);
/** Of commands that name their places. */
const aside = scratch.folder();

beforeAll(async () => {
  const files = [
    scratch.file("export.jsonl", asLines(made.requests)),
    scratch.file("cases.jsonl", asLines(made.records)),
  ];
  expect(await runOnFiles(["ingest", ...files], data)).toMatchObject({ code: 0 });
  const account = ["user", "add", "ada@example.com", "--role", "admin"];
  expect(await on({ data }, account)).toMatchObject({ code: 0 });
});

/** A target on the server that nothing has been copied to. */
function emptyServer(): { readonly url: string; readonly namespace: string } {
  const namespace = `copied_${randomUUID().replaceAll("-", "")}`;
  return { url: `${server}?namespace=${namespace}`, namespace };
}

describe("killed three times, once by a signal that it hears, it goes on, and the copy is what the source is", () => {
  const { url, namespace } = emptyServer();
  const back = scratch.folder();

  it("from files to PostgreSQL", async () => {
    const client = new Client(server);
    await client.connect();
    const notes = `SELECT sum(done)::int AS done FROM "${namespace}_main_draft".copy_notes`;
    const readDone = async () => {
      const result = await client.query<{ done: number }>(notes).catch(() => null);
      return result?.rows[0]?.done ?? 0;
    };
    try {
      await copyKilled([`sqlite:${data}`, url], readDone, () => refused({ data, url }));
    } finally {
      await client.end();
    }
    await sameAsSource({ data, url });
  });

  it("and from there back to files", async () => {
    const readDone = () => {
      const draft = join(back, "copy-draft", "main.db");
      if (!existsSync(draft)) return Promise.resolve(0);
      const file = new BetterSqlite3(draft, { readonly: true });
      try {
        const sql = "SELECT sum(done) FROM copy_notes";
        return Promise.resolve(Number(file.prepare(sql).pluck().get()));
      } catch {
        return Promise.resolve(0);
      } finally {
        file.close();
      }
    };
    await copyKilled([url, `sqlite:${back}`], readDone, () => refused({ data: back }));
    expect(readdirSync(back).sort()).toEqual(["access.db", "main.db"]);
    await sameAsSource({ data: back });
  });

  /** Runs the command until it ends by itself, which it does after three kills. */
  async function copyKilled(
    [from, to]: readonly [from: string, to: string],
    readDone: () => Promise<number>,
    whenKilled: () => Promise<void>,
  ): Promise<void> {
    const args = ["copy", "--from", from, "--to", to];
    const total = await countRows();
    const points = [0.05, 0.3, 0.55].map((share) =>
      Math.ceil((share + random.below(25) / 100) * total),
    );
    const goesOn = "Goes on where the copy was interrupted: [\\d,]+ of [\\d,]+ rows are there\\.\n";
    for (const [times, point] of points.entries()) {
      const signal = times === 1 ? "SIGINT" : "SIGKILL";
      const killed = await runKilled(args, signal, async () => (await readDone()) >= point);
      expect([point, killed?.code]).toEqual([point, null]);
      expect(await readDone()).toBeGreaterThanOrEqual(point);
      const interrupted =
        "Interrupted \\((main|access), [a-z]+: [\\d,]+ of [\\d,]+ (rows|cases?)\\)\\. Run the same command again: .*\n";
      const said = `^${times === 0 ? "" : goesOn}${signal === "SIGINT" ? interrupted : ""}$`;
      expect(killed?.stderr).toMatch(new RegExp(said, "u"));
    }
    await whenKilled();
    const { code, stdout, stderr } = await runOnFiles(args, aside);
    expect([code, stderr]).toEqual([0, expect.stringMatching(new RegExp(`^${goesOn}$`, "u"))]);
    expect(stdout).toMatch(/ main \([\d,]+ rows\) and access \(\d+ rows\)/u);
    expect(stdout).not.toContain(secret);
    const again = await copy(from, to);
    expect([again.code, again.stderr]).toEqual([2, expect.stringMatching(/^The target holds/u)]);
    expect(again.stderr).not.toContain(secret);
  }

  async function countRows(): Promise<number> {
    const file = new BetterSqlite3(join(data, "main.db"), { readonly: true });
    const tables = ["spans", "contents", "messages", "traces", "cases", "scores", "interactions"];
    const counts = tables.map((table) =>
      Number(file.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
    );
    file.close();
    return Promise.resolve(counts.reduce((sum, count) => sum + count, 0));
  }

  async function runKilled(
    args: readonly string[],
    signal: NodeJS.Signals,
    isTime: () => Promise<boolean>,
  ): Promise<CliResult | undefined> {
    let running: Promise<CliResult> | undefined;
    const child = await new Promise<ChildProcess>((onStart) => {
      running = runOnFiles(args, aside, onStart);
    });
    while (child.exitCode === null && !(await isTime())) await wait(2);
    child.kill(signal);
    return running;
  }

  /** What opens the target says that a copy is under way. */
  async function refused(target: { readonly data: string; readonly url?: string }): Promise<void> {
    for (const args of [["migrate"], ["migrate", "--workspace", "demo"], ["user", "list"]]) {
      const { code, stderr } = await on(target, args);
      const sentence =
        /^Data are being copied into .*, or that was interrupted: .*`throughline copy`/u;
      expect([args, code, stderr]).toEqual([args, 2, expect.stringMatching(sentence)]);
    }
  }

  async function sameAsSource(target: { readonly data: string; readonly url?: string }) {
    for (const args of [["export", "digest"], ["user", "list"], ["verify-audit"]]) {
      const [expected, found] = [await on({ data }, args), await on(target, args)];
      expect([args, found]).toEqual([args, { code: 0, stdout: expected.stdout, stderr: "" }]);
    }
  }
});

describe("a copy that was interrupted by a failure", () => {
  const { url } = emptyServer();
  const changing = scratch.folder();
  const from = `sqlite:${changing}`;

  it("kept every writer out of its source, and nothing of it is seen", async () => {
    await ingest(changing, made.requests.slice(0, 12));
    const onStep = ({ label }: CopyStep) => {
      if (label !== "main, copying") return;
      const file = new BetterSqlite3(join(changing, "main.db"), { timeout: 0 });
      expect(() => file.exec("BEGIN IMMEDIATE")).toThrow(/locked/u);
      file.close();
      throw new Error("cut");
    };
    const places = { from: readPlace(from, "--from"), to: readPlace(url, "--to") };
    const silent = { onAnew: () => undefined, onResumed: () => undefined };
    await expect(copyData(places, { onStep, ...silent })).rejects.toThrow("cut");
  });

  it("is not gone on with from another source", async () => {
    const { code, stderr } = await copy(`sqlite:${data}`, url);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/interrupted copy of \/.*\. Go on/u)]);
  });

  it("begins anew where the source changed since", async () => {
    await ingest(changing, made.requests.slice(12, 20));
    const { code, stdout, stderr } = await copy(from, url);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/ changed since .* anew\.\n$/u)]);
    expect(stdout).toMatch(/^Copied main/u);
    const digest = ["export", "digest"];
    const there = await on({ data: changing }, digest);
    expect(await on({ data: changing, url }, digest)).toEqual(there);
  });
});

it("ends once where two begin it at once, and the other one says why it did nothing", async () => {
  const from = `sqlite:${data}`;
  for (const to of [emptyServer().url, `sqlite:${scratch.folder()}`]) {
    const args = ["copy", "--from", from, "--to", to];
    const both = await Promise.all(
      [aside, scratch.folder()].map((folder) => runOnFiles(args, folder)),
    );
    const [done, refused] = both.toSorted((one, other) => Number(one.code) - Number(other.code));
    expect(done).toMatchObject({ code: 0, stderr: "" });
    // It waits for the source for five seconds.
    const sentence = /^(?:The target holds something already: |Another process is writing)/u;
    expect(refused?.stderr).toMatch(sentence);
    expect(refused?.stdout).toBe("");
  }
});

it("is given up by the statement that a refused command names, not by a part of it", async () => {
  const { url, namespace } = emptyServer();
  await makeDrafts(databaseNames.map((name) => namespaceUrl(url, name)));
  const nameDrafts = async (args: readonly string[]) => {
    const { code, stderr } = await on({ data: aside, url }, args);
    const given = /to give it up, (DROP SCHEMA .* CASCADE)\.\n$/u.exec(stderr);
    return { code, statement: given?.[1] ?? stderr };
  };
  const dropping = (...names: readonly string[]) => {
    const drafts = names.map((name) => `"${namespace}_${name}_draft"`);
    return { code: 2, statement: `DROP SCHEMA ${drafts.join(", ")} CASCADE` };
  };
  const client = new Client(server);
  await client.connect();
  try {
    for (const args of [
      ["export", "digest"],
      ["user", "list"],
    ])
      expect(await nameDrafts(args)).toEqual(dropping("access", "demo", "main"));
    await client.query(dropping("main").statement);
    for (const args of [
      ["export", "digest"],
      ["migrate", "--workspace", "demo"],
    ])
      expect(await nameDrafts(args)).toEqual(dropping("access", "demo"));
    await client.query(dropping("access", "demo").statement);
    const { code, statement } = await nameDrafts(["export", "digest"]);
    expect([code, statement]).toEqual([2, expect.stringContaining('"main" is empty')]);
  } finally {
    await client.end();
  }
});

describe("is refused in one sentence", () => {
  it.each([
    ["from no place", ["nowhere", `sqlite:${scratch.folder()}`], /^--from .*sqlite:<data folder>/u],
    ["to no place", [`sqlite:${data}`, "postgres://a:secret@"], /^--to .*PostgreSQL URL/u],
    ["from nothing", [`sqlite:${scratch.folder()}`, emptyServer().url], /nothing to copy\.\n$/u],
    [
      "from a server without",
      [emptyServer().url, `sqlite:${scratch.folder()}`],
      /nothing to copy/u,
    ],
    ["to what holds data", [`sqlite:${data}`, `sqlite:${data}`], /something already: .*main\.db/u],
  ] as const)("%s", async (_, [from, to], sentence) => {
    const { code, stdout, stderr } = await copy(from, to);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringMatching(sentence)]);
    expect(stderr).not.toMatch(/secret|throughline:/u);
  });

  it("from a backup, whose files it would change", async () => {
    const backup = join(scratch.folder(), "backup");
    expect(await on({ data }, ["backup", backup])).toMatchObject({ code: 0 });
    const { code, stderr } = await copy(`sqlite:${backup}`, emptyServer().url);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/is a backup, .*restore it/u)]);
    rmSync(backup, { recursive: true });
  });
});

/** Runs a process whose data are in files, whichever engine the run's are on. */
function runOnFiles(
  args: readonly string[],
  folder: string,
  onStart: (child: ChildProcess) => void = () => undefined,
): Promise<CliResult> {
  return runCli(args, { data: folder, env: { THROUGHLINE_DATABASE_URL: "" }, onStart });
}

/** Runs a command on files, or on the server of a URL. */
function on(
  { data: folder, url = "" }: { readonly data: string; readonly url?: string },
  args: readonly string[],
): Promise<CliResult> {
  return runCommand(args, { data: folder, env: { THROUGHLINE_DATABASE_URL: url } });
}

function copy(from: string, to: string): Promise<CliResult> {
  return on({ data: aside }, ["copy", "--from", from, "--to", to]);
}

async function ingest(folder: string, requests: readonly object[]): Promise<void> {
  const file = scratch.file("export.jsonl", asLines(requests));
  expect(await runOnFiles(["ingest", file], folder)).toMatchObject({ code: 0 });
}
