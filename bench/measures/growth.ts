import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeMessageExport, type MessageExport } from "../material/message-export";
import { ingestPath, timed, withFolder, withWorkspace } from "./workspace";

export type GrowthResult = {
  readonly spans: number;
  readonly spansPerSecond: number;
  readonly peakMegabytes: number;
};

/** Ingests an export of message spans and derives its cases; run it in a separate process. */
export function measureGrowth(shape: MessageExport): Promise<GrowthResult> {
  return withFolder(async (folder) => {
    const path = join(folder, "messages.jsonl");
    await writeMessageExport(path, shape);
    const elapsedMs = await withWorkspace(folder, (db) =>
      timed(() => ingestPath(db, path, folder)),
    );
    rmSync(path);
    return {
      spans: shape.spans,
      spansPerSecond: (shape.spans / elapsedMs) * 1000,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    };
  });
}
