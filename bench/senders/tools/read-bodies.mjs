import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const commandLine = fileURLToPath(new URL("../../../bin/throughline.mjs", import.meta.url));

/**
 * Reads captured bodies as a user would: `ingest` into an empty data folder, then `export`.
 * @returns the rows of `export messages` and `export cases`, and how many spans no case was found for
 */
export function readBodies(bodies, data) {
  rmSync(data, { recursive: true, force: true });
  const { output } = run(data, ["ingest", bodies]);
  const unassigned = Number(/(\d+) spans? without a case/.exec(output)?.[1] ?? 0);
  const sum = (pattern) =>
    [...output.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
  // Log records that hold no words of a span are counted as rejected, and are nothing that is lost.
  const rejected = sum(/(\d+) rejected/g) - sum(/\((\d+) records are not\)/g);
  const [messages, cases] = ["messages", "cases"].map((what) =>
    run(data, ["export", what])
      .output.split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line)),
  );
  return { messages, cases, unassigned, rejected };
}

function run(data, args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [commandLine, ...args], {
    env: { ...process.env, THROUGHLINE_DATA: data },
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (status > 1) throw new Error(`throughline ${args[0]}: ${stderr}`);
  return { output: stdout };
}
