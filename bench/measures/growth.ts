import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeMessageExport, type MessageExport } from "../material/message-export";
import { ingestOnThreads, ingestPath, timed, withFolder, withWorkspace } from "./workspace";

/** @property isOnThreads as `throughline ingest` does it; else on one thread */
export type GrowthOptions = MessageExport & { readonly isOnThreads: boolean };

export type GrowthResult = {
  readonly spans: number;
  readonly spansPerSecond: number;
  readonly peakMegabytes: number;
};

/** Ingests an export of message spans and derives its cases; run it in a separate process. */
export function measureGrowth({ isOnThreads, ...shape }: GrowthOptions): Promise<GrowthResult> {
  const ingest = isOnThreads ? ingestOnThreads : ingestPath;
  return withFolder(async (folder) => {
    const path = join(folder, "messages.jsonl");
    await writeMessageExport(path, shape);
    const elapsedMs = await withWorkspace(folder, (db) => timed(() => ingest(db, path, folder)));
    rmSync(path);
    return {
      spans: shape.spans,
      spansPerSecond: (shape.spans / elapsedMs) * 1000,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    };
  });
}
