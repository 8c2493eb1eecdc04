import type { Database } from "@/lib/store/database";
import { readCaseTable } from "@/lib/analytics/load/case-table";
import { readFrequentWords } from "@/lib/analytics/load/known-words";
import { warmDailyAggregates } from "./load-daily-aggregates";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/**
 * Reads all of the workspaces' cases into their tables, what reports tell of them and the words that many of them
 * have, so that the first pages after a start need not wait for all of it. Other requests are answered meanwhile.
 * @param paths the workspaces' files; those that are not there are left out
 * @param asOfUs now, microseconds since 1970
 */
export async function warmCaseTables(paths: readonly string[], asOfUs: number): Promise<void> {
  for (const path of paths) {
    const reader = workspaceReader(path);
    // What cannot be read yet, such as a file that is being brought up to date, the list asks for again.
    if (reader !== null) await fill(reader, asOfUs).catch(() => undefined);
  }
}

async function fill(reader: Database, asOfUs: number): Promise<void> {
  const { table } = await readCaseTable(reader, asOfUs);
  await warmDailyAggregates(table);
  await readFrequentWords(reader, table.count);
}
