import { setTimeout as wait } from "node:timers/promises";
import { join } from "node:path";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { loadCasePage } from "@/lib/pages/case/load";
import { defaultCaseQuery } from "@/lib/pages/case/url";
import { writeMessageExport } from "../material/message-export";
import { useDatabase } from "./postgres";
import { ingestPath, timed, withFolder, withWorkspace } from "./workspace";

export type CasePageOptions = {
  readonly spans: number;
  readonly samples: number;
  /** URL of a PostgreSQL server that keeps the cases, or null. */
  readonly server: string | null;
};

/** 95th percentile in milliseconds. */
export type CasePageResult = {
  readonly spans: number;
  readonly wall: number;
  readonly cpu: number;
};

const asOfUs = 1_790_000_000_000_000;
const cases = 20;

/** Loads the page of a case with the given number of spans. */
export function measureCasePage({
  spans,
  samples,
  server,
}: CasePageOptions): Promise<CasePageResult> {
  return withFolder(async (folder) => {
    if (server !== null) await useDatabase(folder, server);
    const path = join(folder, "messages.jsonl");
    const shape = { spansPerCase: spans, spansPerTrace: 10, prefix: "page" };
    await writeMessageExport(path, { ...shape, spans: spans * cases });
    await withWorkspace(folder, (db) => ingestPath(db, path, folder));
    const wall: number[] = [];
    const cpu: number[] = [];
    for (let index = 0; index < samples; index += 1) {
      const caseId = `page-${String(index % cases)}`;
      const before = process.cpuUsage();
      wall.push(
        await timed(async () => {
          const workspace = workspacePath("main", folder);
          const page = await loadCasePage(
            { path: workspace, scope: null },
            caseId,
            defaultCaseQuery,
            asOfUs,
          );
          if (page === null) throw new Error(`There is no case ${caseId}.`);
        }),
      );
      const { user, system } = process.cpuUsage(before);
      cpu.push((user + system) / 1000);
      await wait(2);
    }
    return { spans, wall: percentile95(wall), cpu: percentile95(cpu) };
  });
}

function percentile95(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;
}
