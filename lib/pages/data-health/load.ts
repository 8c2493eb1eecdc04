import "server-only";
import { instantAt, wallTimeAt } from "@/lib/stats/time/zoned-time";
import { isUnplaced } from "@/lib/disclosures/places/read-region";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readDataHealth } from "@/lib/store/data-health";
import type { DataHealthModel, ProblemView } from "./data-health-model";
import type { HealthQuery } from "./url";
import { feedRateDays } from "./feed-state";
import { prepareDataHealth } from "./prepare-data-health";
import { readDisplayZone } from "@/lib/analytics/load/display-zone";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/**
 * Reads what the Data health page shows.
 * @param path the workspace's file
 * @param query how many days are shown
 * @param nowUs microseconds since 1970
 * @param lastProblem what last went wrong in the server's writer, or null
 * @returns null where nothing was ever ingested
 */
export async function loadDataHealth(
  path: string,
  query: HealthQuery,
  nowUs: number,
  lastProblem: ProblemView | null,
): Promise<DataHealthModel | null> {
  const reader = workspaceReader(path);
  if (reader === null) return null;
  const timeZone = await readDisplayZone(reader);
  const calendar = {
    dayOf: (instantUs: number) => wallTimeAt(instantUs, timeZone).day,
    startOf: (day: number) => instantAt(day, 0, timeZone),
  };
  const health = await readDataHealth(reader, {
    days: query.days,
    rateDays: feedRateDays,
    nowUs,
    calendar,
  });
  const { regions = {} } = (await readSettings(reader)).disclosureRules;
  const unplaced = health.regions.filter(({ region }) => isUnplaced(region, regions));
  return prepareDataHealth(health, query, { asOfUs: nowUs, timeZone, lastProblem, unplaced });
}
