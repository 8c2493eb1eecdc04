import { warmCases } from "@/lib/analytics/load/warm-cases";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";
import { overviewBreakdowns } from "./breakdowns";
import { readMetrics } from "./prepare-figures";

/**
 * Reads the workspaces' cases before anybody asks, with what the Overview tells of them.
 * @param paths the workspaces' files; those that are not there are left out
 * @param asOfUs now, microseconds since 1970
 */
export async function warmCaseTables(paths: readonly string[], asOfUs: number): Promise<void> {
  const requested = { metrics: readMetrics, breakdowns: overviewBreakdowns };
  for (const path of paths) {
    const reader = workspaceReader(path);
    // What cannot be read yet, such as a file that is being brought up to date, the list asks for again.
    if (reader !== null) await warmCases(reader, asOfUs, requested).catch(() => undefined);
  }
}
