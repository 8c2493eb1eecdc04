import { vi } from "vitest";
import { runCommandLine } from "@/lib/commands/run-command-line";
import { databaseEnv, makeDatabase } from "./postgres/folder-database";
import type { CliOptions, CliResult } from "./run-cli";

/** Runs the command line inside this process, for tests of its output. */
export async function runCommand(
  args: readonly string[],
  { data, env = {} }: Pick<CliOptions, "data" | "env">,
): Promise<CliResult> {
  const output = { stdout: "", stderr: "" };
  type Written = () => void;
  const keep = (stream: keyof typeof output) => (chunk: unknown, written?: string | Written) => {
    output[stream] += String(chunk);
    if (typeof written === "function") written();
    return true;
  };
  const line = (stream: keyof typeof output) => (words: unknown) => {
    output[stream] += `${String(words)}\n`;
  };
  const captured = [
    vi.spyOn(process.stdout, "write").mockImplementation(keep("stdout")),
    vi.spyOn(process.stderr, "write").mockImplementation(keep("stderr")),
    vi.spyOn(console, "log").mockImplementation(line("stdout")),
    vi.spyOn(console, "error").mockImplementation(line("stderr")),
  ];
  await makeDatabase(data);
  const variables = { THROUGHLINE_DATA: data, ...databaseEnv(data), ...env };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  try {
    await runCommandLine(args);
    return { code: Number(process.exitCode ?? 0), ...output };
  } finally {
    process.exitCode = undefined;
    vi.unstubAllEnvs();
    for (const each of captured) each.mockRestore();
  }
}
