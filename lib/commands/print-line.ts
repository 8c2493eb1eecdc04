import { once } from "node:events";

/** Prints one line to standard output, at the reader's pace. */
export async function printLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
}
