import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { demoExport } from "@/lib/demo/demo-export";

export type DemoExportOptions = {
  readonly path: string;
  readonly cases: number;
  /** Where the cases' history ends, milliseconds since 1970. */
  readonly endMs: number;
};

const firstSeed = 7;
const caseIds = /CS\d+-\d+/gu;

/**
 * Writes the demo's generator's traces, one request per line, demo after demo until there are so many cases. Each demo
 * has a seed and case ids of its own.
 * @returns how many cases there are; a few more than asked for are begun
 */
export async function writeDemoExport({ path, cases, endMs }: DemoExportOptions): Promise<number> {
  const file = createWriteStream(path);
  const seen = new Set<string>();
  for (let round = 0; seen.size < cases; round += 1) {
    const { requests } = demoExport({ seed: firstSeed + round, endUs: endMs * 1000 });
    for (const request of requests) {
      if (seen.size >= cases) break;
      const line = JSON.stringify(request).replaceAll("CS-", `CS${String(round)}-`);
      for (const [id] of line.matchAll(caseIds)) seen.add(id);
      if (!file.write(`${line}\n`)) await once(file, "drain");
    }
  }
  file.end();
  await once(file, "close");
  return seen.size;
}
