import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseEnv, makeDatabase } from "./postgres/folder-database";

export type CliResult = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type CliOptions = {
  readonly data: string;
  /** Standard input; empty by default. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the process as soon as it runs. */
  readonly onStart?: (child: ChildProcess) => void;
};

const cli = join(process.cwd(), "dist", "cli.mjs");

/** Runs the command line as a separate process until it exits, on the run's engine. */
export async function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  await makeDatabase(options.data);
  const { data } = options;
  const env = { ...process.env, THROUGHLINE_DATA: data, ...databaseEnv(data), ...options.env };
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: "pipe" });
  options.onStart?.(child);
  // A killed process does not read its input.
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...output }));
  });
}

/** Temporary folders and files of one test file; `remove` deletes them all. */
export function createScratch(): {
  /** A new empty folder. */
  readonly folder: () => string;
  readonly file: (name: string, content: string | Uint8Array) => string;
  readonly remove: () => void;
} {
  const top = mkdtempSync(join(tmpdir(), "throughline-"));
  const folder = () => mkdtempSync(join(top, "f-"));
  return {
    folder,
    file: (name, content) => {
      const path = join(folder(), name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(top, { recursive: true, force: true }),
  };
}
