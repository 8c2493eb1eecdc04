import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "./tools/paths.mjs";

const folder = mkdtempSync(join(tmpdir(), "throughline-lint-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lints snippets, each in a file of its own, with one rule. @returns those that it reports */
function reported(rule, snippets) {
  const names = snippets.map((snippet, at) => {
    writeFileSync(join(folder, `${at}.test.ts`), snippet);
    return `${at}.test.ts`;
  });
  const config = join(folder, "lint.json");
  const jsPlugins = [join(root, "bin/tools/lint-plugin.mjs")];
  const rules = { [`throughline/${rule}`]: "error" };
  writeFileSync(
    config,
    JSON.stringify({ plugins: [], categories: { correctness: "off" }, jsPlugins, rules }),
  );
  const command = join(root, "node_modules/oxlint/bin/oxlint");
  const args = [command, "--config", config, "--format", "json", ...names];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const { diagnostics, number_of_files: linted } = JSON.parse(stdout);
  expect(linted).toBe(snippets.length);
  const found = new Set(diagnostics.map(({ filename }) => filename));
  return snippets.filter((_, at) => found.has(`${at}.test.ts`));
}

describe("every-test-runs", () => {
  it("reports a test that is left out, by whatever way", () => {
    const snippets = [
      'it.skip("a", () => {});',
      'it["skip"]("a", () => {});',
      'it.skipIf(true)("a", () => {});',
      'describe.runIf(false).each([1])("a", () => {});',
      'test.only("a", () => {});',
      'it.todo("a");',
      'test.fixme(true, "later");',
      'it.fails("a", () => {});',
      'it("a", { skip: true }, () => {});',
      'it("a", ({ skip }) => skip());',
      'it("a", (context) => context.skip("later"));',
      "const { skip } = it;",
    ];
    expect(reported("every-test-runs", snippets)).toEqual(snippets);
  });

  it("reports a return that ends a test, what declares tests, or a hook before its end", () => {
    const snippets = [
      'it("a", () => { if (file === null) return; expect(1).toBe(1); });',
      'test("a", async () => { for (const each of all) { if (!each) { return; } } });',
      'it.each([1, 2])("a %i", function (of) { if (of > 1) return undefined; expect(of).toBe(1); });',
      'it.each`a\\n${1}`("a", () => { if (x) return; });',
      'it.concurrent("a", { timeout: 1 }, () => { if (x) return; });',
      'describe("a", () => { if (x) return; it("b", () => {}); });',
      "beforeAll(() => { if (x) return; prepare(); });",
      "beforeEach(async () => { switch (x) { case 1: return; } });",
      "test.beforeAll(async ({}, info) => { if (x) return; });",
    ];
    expect(reported("every-test-runs", snippets)).toEqual(snippets);
  });

  it("reports no return of a value or of a function within, and no other name that is alike", () => {
    const snippets = [
      'it("a", () => { expect(1).toBe(1); });',
      'it("a", () => { if (x) cannotTest("there is no x"); expect(x).toBe(1); });',
      'it("a", () => { return expect(work()).resolves.toBe(1); });',
      'it("a", () => { fc.assert(fc.property(any, (x) => { if (x === null) return; check(x); })); });',
      'it("a", () => { function send() { if (x) return; } send(); });',
      "afterAll(() => { if (x === undefined) return; x.stop(); });",
      "function prepare() { if (x) return; }",
      'it("a", () => { const { fails } = read({ skip: 2 }); expect(fails).toEqual({ only: 1 }); });',
      "for (const { only } of all) run(({ todo }) => todo + only);",
    ];
    expect(reported("every-test-runs", snippets)).toEqual([]);
  });
});

describe("own-entries", () => {
  it("reports an object that is filled or read by a key that comes from elsewhere", () => {
    const snippets = [
      "const counts: Record<string, number> = {};",
      "const counts: { [word: string]: number } = {};",
      'const words: Record<string, string> = { a: "b" }; export const wordOf = (key: string) => words[key] ?? key;',
      'const words: Readonly<Record<string, string>> = { a: "b" }; function read(key: string) { return words[key]; }',
      "export const read = (key: string) => words[key]; const words: Readonly<Partial<Record<string, string>>> = { a: key };",
    ];
    expect(reported("own-entries", snippets)).toEqual(snippets);
  });

  it("reports neither a Map, nor keys of ours, nor a list", () => {
    const snippets = [
      "const counts = new Map<string, number>(); counts.get(key);",
      'const words: Record<"a" | "b", string> = { a: "c", b: "d" }; words[key];',
      'const words: Record<Kind, string> = { a: "c", b: "d" }; words[kind];',
      'const words: Record<string, string> = { a: "b" }; ownEntry(words, key); words["a"]; words.a;',
      "const list: string[] = []; list[at];",
    ];
    expect(reported("own-entries", snippets)).toEqual([]);
  });
});
