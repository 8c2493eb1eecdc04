import { truncateSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { headOf } from "@/lib/gate/read/read-rows";
import { wholeFileBytesMax } from "@/lib/gate/read/whole-file";
import { jsonLines } from "@/lib/testing/gate-rows";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { readGateFile } from "./read-gate-file";

const scratch = createScratch();
afterAll(() => scratch.remove());

/** A file that begins so and has zeros up to a size over the limit, which takes no room on the disk. */
function tooLarge(name: string, head: string): string {
  const path = scratch.file(name, head);
  truncateSync(path, wholeFileBytesMax + 1);
  return path;
}

describe("a file of the gate", () => {
  it.each([
    ["no line", ""],
    ["an end of line at its end", "a\nb\n"],
    ["none at its end", "\na\r\n\nb"],
    ["characters on the edge of what is read at once", `${"x".repeat(1024 * 1024 - 1)}ä\n😀b`],
  ])("with %s has the lines of its text, each time", (_, text) => {
    const file = readGateFile(scratch.file("a.jsonl", text));
    expect(file.text).toBe(text);
    expect([...(file.lines ?? [])]).toEqual(text.split("\n"));
    expect([...(file.lines ?? [])]).toHaveLength(text.split("\n").length);
    expect(headOf(file)).toBe(text.slice(0, 64 * 1024));
  });
});

describe("what has to be read whole", () => {
  const refused = async (...args: readonly string[]) => {
    const { code, stderr } = await runCommand(args, { data: scratch.folder() });
    expect(code).toBe(2);
    return stderr;
  };

  it("has a limit of size, which is stated", async () => {
    const table = tooLarge("golden.csv", "id,channels\na,chat\n");
    expect(await refused("cohort", "import", table, "--name", "golden")).toBe(
      "golden.csv is larger than 256 MB, and what it holds is read at once; give it as JSON Lines.\n",
    );
    const report = tooLarge("report.json", '{"results":[{"transcript":"user: Hello"}');
    const run = ["--run", "r", "--release", "v15"];
    expect(await refused("run", "import", report, ...run)).toBe(
      "report.json is larger than 256 MB, and what it holds is read at once; split it by items.\n",
    );
  });
});

it("a cohort of a hundred thousand cases is read line by line", async () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => ({
    ...{ id: `case-${String(at)}`, channels: ["chat"] },
  }));
  const bad = { id: "", channels: ["chat"] };
  const path = scratch.file("golden.jsonl", jsonLines([...rows, bad]));
  const { stderr } = await runCommand(["cohort", "import", path, "--name", "golden"], {
    data: scratch.folder(),
  });
  expect(stderr).toBe("golden.jsonl, line 100001: id: is empty.\n");
});
