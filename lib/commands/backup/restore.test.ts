import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { journal } from "@/db/migrate";
import { fillFolder } from "@/lib/testing/fill-folder";
import { digestAt, placeInFolder } from "@/lib/testing/faults/fault-place";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { asLines } from "@/lib/testing/spans/otlp";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { bundleServer, startServer } from "@/lib/testing/start-server";

const scratch = createScratch();
afterAll(() => scratch.remove());

const made = syntheticExport(41, 6);
const data = scratch.folder();
const backup = join(scratch.folder(), "backup");

beforeAll(async () => {
  await fillFolder(data, asLines(made.requests));
  await runCommand(["export", "spans"], { data });
  mkdirSync(join(data, "uploads"), { recursive: true });
  writeFileSync(join(data, "uploads", "a.whole"), "still to be read");
  await runCommand(["backup", backup], { data });
});

const restore = (from: string, to: string) => runCommand(["restore", from], { data: to });

it("puts everything back and says what to do next", async () => {
  const to = join(scratch.folder(), "new");
  const { code, stdout } = await restore(backup, to);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    / main \(6 cases\), .* 2 other files, [\d,]+ bytes, as of 20\S+Z, to \/.*new\.\n.+\n$/,
  );
  expect(readdirSync(to).sort()).toEqual(["access.db", "key", "main.db", "uploads"]);
  for (const path of ["key", join("uploads", "a.whole")])
    expect(readFileSync(join(to, path), "utf8")).toBe(readFileSync(join(data, path), "utf8"));
  expect(await digestAt(placeInFolder(to))).toBe(await digestAt(placeInFolder(data)));
  expect(await runCommand(["verify-audit"], { data: to })).toMatchObject({ code: 0 });
});

describe("is refused, with nothing written,", () => {
  it.each<[string, RegExp, (folder: string) => void]>([
    ["without a manifest", / no backup/, remove("manifest.json")],
    ["by a torn manifest", /file manifest\.json cannot be read/, cut("manifest.json")],
    [
      "by a path of its own choice",
      /file manifest\.json cannot be read/,
      (folder) => {
        const path = join(folder, "manifest.json");
        writeFileSync(path, readFileSync(path, "utf8").replace('"key"', '"../key"'));
      },
    ],
    ["without a database", / main\.db .*missing: /, remove("main.db")],
    ["without a key", / key .*missing: /, remove("key")],
    ["with half a database", / main\.db .* \d+ bytes of \d+: /, cut("main.db")],
    [
      "with another bit",
      / access\.db .*not as it was/,
      (folder) => {
        const path = join(folder, "access.db");
        const bytes = readFileSync(path);
        bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000);
        writeFileSync(path, bytes);
      },
    ],
  ])("%s", async (_, sentence, harm) => {
    const folder = join(scratch.folder(), "backup");
    cpSync(backup, folder, { recursive: true });
    harm(folder);
    const to = scratch.folder();
    const { code, stdout, stderr } = await restore(folder, to);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringMatching(sentence)]);
    expect(stderr.trimEnd()).not.toContain("\n");
    expect(readdirSync(to)).toEqual([]);
  });

  it("from a newer version, whose tables this one could not use", async () => {
    const newer = scratch.folder();
    cpSync(data, newer, { recursive: true });
    const file = connect(join(newer, "main.db"), "writer");
    file.prepare(`INSERT INTO ${journal} (hash, created_at) VALUES ('', ?)`).run(9e12);
    file.close();
    const folder = join(scratch.folder(), "backup");
    expect(await runCommand(["backup", folder], { data: newer })).toMatchObject({ code: 0 });
    const to = scratch.folder();
    const { code, stdout, stderr } = await restore(folder, to);
    const sentence =
      /^The backup's file main\.db is of a newer version .*: nothing was restored\./u;
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringMatching(sentence)]);
    expect(readdirSync(to)).toEqual([]);
  });

  it("where a server keeps the data, which would not see them", async () => {
    const to = scratch.folder();
    const env = { THROUGHLINE_DATABASE_URL: "postgres://ada:secret@127.0.0.1:1/cases" };
    const { code, stderr } = await runCommand(["restore", backup], { data: to, env });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/names a PostgreSQL server: unset/)]);
    expect(readdirSync(to)).toEqual([]);
  });

  it("into a data folder that holds data", async () => {
    const to = scratch.folder();
    writeFileSync(join(to, "key"), "another");
    const { code, stderr } = await restore(backup, to);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/is in use \(key\), so nothing/)]);
    expect(readdirSync(to)).toEqual(["key"]);
    expect(readFileSync(join(to, "key"), "utf8")).toBe("another");
  });

  it("into a data folder that a server uses", async () => {
    const to = scratch.folder();
    const running = await startServer(await bundleServer(scratch.folder()), to);
    await fetch(running.url.replace("/v1/traces", "/readyz"));
    const { code, stderr } = await restore(backup, to);
    await running.kill();
    expect([code, stderr]).toEqual([2, expect.stringMatching(/is in use .*stop the server/)]);
  });
});

function remove(name: string): (folder: string) => void {
  return (folder) => rmSync(join(folder, name));
}

function cut(name: string): (folder: string) => void {
  return (folder) =>
    truncateSync(join(folder, name), Math.floor(readFileSync(join(folder, name)).length / 2));
}
