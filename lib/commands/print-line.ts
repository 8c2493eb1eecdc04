import { once } from "node:events";

/** Prints one line to standard output, with backpressure. */
export async function printLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
}
