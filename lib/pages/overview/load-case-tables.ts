import { readAsOf } from "@/lib/analytics/load/as-of";
import { warmCases } from "@/lib/analytics/load/warm-cases";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";
import { overviewBreakdowns } from "./breakdowns";
import { readMetrics } from "./prepare-figures";

/**
 * Loads the workspaces' cases before the first request, with the Overview's aggregates.
 * @param paths the workspaces' files; missing ones are left out
 * @param nowUs microseconds since 1970
 */
export async function warmCaseTables(paths: readonly string[], nowUs: number): Promise<void> {
  const requested = { metrics: readMetrics, breakdowns: overviewBreakdowns };
  for (const path of paths) {
    try {
      const reader = workspaceReader(path);
      if (reader !== null) await warmCases(reader, await readAsOf(reader, nowUs), requested);
    } catch {
      // What cannot be read yet, such as tables that are being made, is read at the first request.
    }
  }
}
