import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { cannotTest } from "@/lib/testing/cannot-test";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";

const scratch = createScratch();
let data: string;

beforeEach(() => {
  data = scratch.folder();
});
afterAll(scratch.remove);

const run = (...args: string[]) => runCommand(args, { data });

/** What an attacker with the file could do. */
const drops = ["changed", "removed"].map((what) => `DROP TRIGGER audit_is_never_${what};`);
const accessFile = () => join(data, "access.db");

function alter(statement: string): void {
  const connection = connect(accessFile(), "writer");
  connection.exec(`${drops.join("")} ${statement}`);
  connection.close();
}

function alterInShell(statement: string): void {
  const input = `${drops.join("")} ${statement};`;
  const shell = spawnSync("sqlite3", ["-bail", accessFile()], { input, encoding: "utf8" });
  if (shell.error !== undefined) cannotTest("there is no sqlite3 shell");
  expect(shell).toMatchObject({ status: 0, stderr: "" });
}

describe("throughline user", () => {
  it("prints the link of the first admin until there is an account", async () => {
    const first = await run("user", "first", "--url", "http://127.0.0.1:3000");
    expect(first.stdout).toMatch(/http:\/\/127\.0\.0\.1:3000\/password#code=[\w-]{43}\n/u);
    expect((await run("verify-audit")).stdout).toMatch(/^1 rows/u);
    expect((await run("user", "first", "--must-exist")).code).toBe(2);
    await run("user", "add", "ada@example.com", "--role", "admin");
    expect((await run("user", "first")).stdout).toBe("");
    expect((await run("user", "first", "--must-exist")).code).toBe(0);
  });

  it("adds, changes, limits and ends accounts, and says what cannot be", async () => {
    await run("user", "add", "ada@example.com", "--role", "admin");
    await run("user", "add", "Bob@Example.com", "--role", "cx", "--region", "EU", "--team", "loss");
    expect((await run("user", "list")).stdout).toMatch(
      /cx\s+bob@example\.com\s+\(only region EU; team loss\)/u,
    );
    await run("user", "role", "bob@example.com", "engineer", "--everywhere");
    expect((await run("user", "list")).stdout).toMatch(/engineer\s+bob@example\.com\n/u);
    await run("user", "revoke", "bob@example.com");
    expect((await run("user", "list")).stdout).toMatch(/bob@example\.com\s+ended/u);
    await run("user", "enable", "bob@example.com");
    expect((await run("user", "list")).stdout).toMatch(/bob@example\.com\n/u);
    for (const [args, words] of [
      [["add", "no address", "--role", "cx"], "is no e-mail address"],
      [["add", "ada@example.com", "--role", "cx"], "already"],
      [["role", "ada@example.com", "boss"], 'no role "boss"'],
      [["role", "ada@example.com", "cx"], "no admin"],
      [["reset", "eve@example.com"], "Nobody has"],
      [["enable", "eve@example.com"], "Nobody has"],
    ] as const) {
      const { code, stderr } = await run("user", ...args);
      expect(code).toBe(2);
      expect(stderr).toContain(words);
    }
  });
});

describe("throughline token", () => {
  it("shows a secret once and keeps none of it", async () => {
    const { stdout } = await run("token", "add", "gateway", "--days", "30");
    const [id = "", secret = ""] = stdout.trim().split(" ");
    expect(secret).toMatch(/^tl_[\w-]{43}$/u);
    const listed = (await run("token", "list", "--json")).stdout;
    expect(listed).toContain(id);
    expect(listed).not.toContain(secret);
    expect((await run("token", "revoke", id)).code).toBe(0);
    expect((await run("token", "revoke", id)).code).toBe(2);
    expect((await run("token", "add", "gateway", "--days", "0")).code).toBe(2);
  });

  it("limits one that takes lists away to regions and teams, and lists it so", async () => {
    const limits = ["--region", "EU", "--team", "loss", "care"];
    expect((await run("token", "add", "report", "--may", "export", ...limits)).code).toBe(0);
    expect((await run("token", "list")).stdout).toMatch(
      /export {2}report {2}\(only region EU; team loss, care\)\n/u,
    );
    const { code, stderr } = await run("token", "add", "gateway", ...limits);
    expect([code, stderr]).toEqual([2, expect.stringContaining("may only export")]);
  });
});

describe("throughline verify-audit", () => {
  beforeEach(async () => {
    for (const name of ["ada", "bob", "eve"]) {
      await run("user", "add", `${name}@example.com`, "--role", "admin");
    }
  });

  it("finds nothing in a record that is as it was written, and prints its head", async () => {
    const { code, stdout } = await run("verify-audit");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^6 rows.* [0-9a-f]{64}\n$/u);
  });

  it.each([
    ["the library", alter],
    ["SQLite's shell", alterInShell],
  ])("finds one byte that was changed with %s, and says in which row", async (_, change) => {
    change("UPDATE audit SET actor = 'clj' WHERE seq = 3");
    const { code, stdout, stderr } = await run("verify-audit");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.match(/Row \d+/gu)).toEqual(["Row 3"]);
  });

  it("finds removed rows, also at the end where the head was kept elsewhere", async () => {
    const head = /[0-9a-f]{64}/u.exec((await run("verify-audit")).stdout)?.[0] ?? "";
    expect((await run("verify-audit", "--expect", head)).code).toBe(0);
    alter("DELETE FROM audit WHERE seq IN (2, 6)");
    const { code, stderr } = await run("verify-audit", "--expect", head);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Row 2 is missing [^]*expected hash/u);
  });
});
