import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./tools/paths.mjs";

const read = (name) => readFileSync(join(root, name), "utf8");
const unit = read("deploy/throughline.service");
const container = read("deploy/Containerfile");
const { engines, scripts } = JSON.parse(read("package.json"));
const valuesOf = (key) =>
  [...unit.matchAll(new RegExp(`^${key}=(.*)$`, "gmu"))].map(([, value]) => value);

/** Paths of the checkout that are named in a text: `bin/serve.mjs`, `docs/operations.md`. */
const filesIn = (text) => text.match(/\b(?:bin|docs|deploy)\/[\w./-]+\.\w+/gu) ?? [];

const network = {
  HOST: "0.0.0.0",
  THROUGHLINE_URL: "https://cases.example.com",
  THROUGHLINE_PROXIES: "1",
};

describe("the systemd unit and the Containerfile", () => {
  it("name files that exist", () => {
    const named = [...filesIn(unit), ...filesIn(container)];
    expect(named).toContain("bin/serve.mjs");
    expect(named).toContain("bin/check-health.mjs");
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(valuesOf("ExecStart")).toEqual(["/usr/bin/node bin/serve.mjs"]);
  });

  it("copy all that the build reads, and npm scripts that exist", () => {
    const copied = [...container.matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(([, names]) =>
      names.split(" "),
    );
    expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    const [, sources = ""] =
      /const sources = \[([^\]]*)\]/u.exec(read("bin/tools/build.mjs")) ?? [];
    const needed = [...sources.matchAll(/"([^"]+)"/gu)].map(([, name]) => name);
    expect(needed).toContain("app");
    expect(needed.filter((name) => !copied.includes(name))).toEqual([]);
    for (const [, script] of container.matchAll(/npm run (\w+)/gu))
      expect(Object.keys(scripts)).toContain(script);
    expect(copied).not.toContain("data");
  });

  it.each([
    ["a database that does not answer yet", "postgres://ada:secret@127.0.0.1:1/cases", false],
    ["a setting that names no database", "mysql://ada:secret@127.0.0.1/cases", true],
    ["no admin on a network", "", true],
    ["such a setting on this machine alone", "mysql://ada:secret@127.0.0.1/cases", true, {}],
  ])(
    "start again a server that ended because of %s: not %s",
    (_, url, isFinal, reach = network) => {
      const folder = mkdtempSync(join(tmpdir(), "throughline-refused-"));
      const places = { THROUGHLINE_DATA: folder, THROUGHLINE_DATABASE_URL: url };
      const env = { ...process.env, ...reach, ...places };
      const script = join(root, "bin", "serve.mjs");
      const { status, stderr } = spawnSync(process.execPath, [script], { env, encoding: "utf8" });
      rmSync(folder, { recursive: true, force: true });
      const [final] = valuesOf("RestartPreventExitStatus");
      expect([status, String(status) === final]).toEqual([isFinal ? 2 : 3, isFinal]);
      expect(stderr).toContain("start-refused");
      expect(stderr).not.toContain("secret");
    },
  );

  it("run the Node version that the project asks for, and give a stop its time", () => {
    const [, least] = />=(\d+)/u.exec(engines.node) ?? [];
    expect([...container.matchAll(/^FROM node:(\d+)-/gmu)].map(([, major]) => major)).toEqual([
      least,
      least,
    ]);
    const waits = [...read("bin/serve.mjs").matchAll(/const \w+Ms = ([\d_]+);/gu)];
    const sumMs = waits.reduce((sum, [, ms]) => sum + Number(ms.replaceAll("_", "")), 0);
    expect(sumMs).toBeGreaterThanOrEqual(20_000);
    expect(Number(valuesOf("TimeoutStopSec")[0]) * 1000).toBeGreaterThan(sumMs);
  });
});

it("a server that is stopped before it is ready says so, and ends with 0", async () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-stopped-"));
  const child = spawn(process.execPath, [join(root, "bin", "serve.mjs")], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, THROUGHLINE_DATA: folder, THROUGHLINE_LOG: "json" },
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    if (said === "") child.kill("SIGTERM");
    said += text;
  });
  const [code] = await once(child, "close");
  rmSync(folder, { recursive: true, force: true });
  const events = said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).event);
  expect([code, ...events]).toEqual([0, "server-starting", "server-stopping", "server-stopped"]);
});
