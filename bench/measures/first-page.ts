import { monitorEventLoopDelay } from "node:perf_hooks";
import { readCaseTable, saveCaseTable } from "@/lib/analytics/load/case-table";
import { keepColumnFiles } from "@/lib/analytics/load/column-files";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { defaultOverviewQuery } from "@/lib/analytics/filter/overview-query";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { loadOverviewPage } from "@/lib/pages/overview/load";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { days, firstUs } from "../material/synthetic-cases";
import { costOf, type Cost } from "./workspace";

export type FirstPageOptions = {
  readonly folder: string;
  /** Whether the file of columns is written afterwards, for the next process. */
  readonly isKept: boolean;
};

export type FirstPageResult = {
  /** Cases read from the database, all or what the file of columns does not have. */
  readonly read: number;
  readonly table: Cost;
  readonly overview: Cost;
  readonly cases: Cost;
  /** Resident memory of the process after both pages, and at most; megabytes. */
  readonly memory: number;
  readonly peak: number;
  /** 99th percentile of the event loop's delay from the start to the second page, milliseconds. */
  readonly delay: number;
};

const asOfUs = firstUs + days * 86_400_000_000;

/** Loads the first pages of a process, as after a start of a server. */
export async function measureFirstPage({
  folder,
  isKept,
}: FirstPageOptions): Promise<FirstPageResult> {
  keepColumnFiles({ folder, program: "bench" });
  const path = workspacePath("main", folder);
  const db = workspaceReader(path);
  if (db === null) throw new Error("There are no cases.");
  const seen = { path, scope: null };
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  let read = 0;
  const table = await costOf(async () => {
    read = (await readCaseTable(db, asOfUs)).saving.unsaved;
  });
  const overview = await costOf(() =>
    loadOverviewPage(seen, { ...defaultOverviewQuery, compare: "previous" }, asOfUs),
  );
  const cases = await costOf(() => loadCasesPage(seen, defaultCasesQuery, asOfUs));
  delays.disable();
  globalThis.gc?.();
  globalThis.gc?.();
  const memory = process.memoryUsage.rss() / 1e6;
  if (isKept) await saveCaseTable(db);
  return {
    ...{ read, table, overview, cases, memory },
    peak: process.resourceUsage().maxRSS / 1000,
    delay: delays.percentile(99) / 1e6,
  };
}
