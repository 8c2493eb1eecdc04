import "server-only";
import { readDataHealth } from "@/lib/store/data-health";
import type { DataHealthModel, ProblemView } from "@/lib/view/data-health-model";
import { prepareDataHealth } from "@/lib/view/prepare-data-health";
import { workspaceReader } from "./workspace-reader";

const days = 28;

/**
 * Reads what the Data health page shows.
 * @param path the workspace's file
 * @param nowUs microseconds since 1970
 * @param lastProblem what last went wrong in the server's writer, or null
 * @returns null where nothing was ever ingested
 */
export async function loadDataHealth(
  path: string,
  nowUs: number,
  lastProblem: ProblemView | null,
): Promise<DataHealthModel | null> {
  const reader = workspaceReader(path);
  if (reader === null) return null;
  return prepareDataHealth(await readDataHealth(reader, { days, nowUs }), days, nowUs, lastProblem);
}
