import "server-only";
import type { CaseTable } from "../case-table/case-table";
import { versionStarts, type VersionStart } from "../prompts/version-starts";
import { readAnnotations } from "@/lib/store/decisions/annotations";
import type { Database } from "@/lib/store/database";
import type { TimeAxis } from "../charts/time-axis";
import { startOfDay } from "../filter/resolve-period";
import type { MarkFacts } from "../annotations/time-markers";
import type { FoundCases } from "./find-cases";

type Remembered = {
  readonly version: number;
  readonly asOfUs: number;
  readonly starts: readonly VersionStart[];
};
const remembered = new WeakMap<CaseTable, Remembered>();

/** Up to so many contacts they are read anew whenever a case changed. */
const quickMax = 200_000;
/** Of more, a version that is heard for the first time may be marked so much later. */
const lateUs = 30_000_000;

/** When versions were first heard in all cases that somebody sees. */
function startsIn(table: CaseTable): readonly VersionStart[] {
  const { version, asOfUs } = table;
  const known = remembered.get(table);
  const isLarge = table.contacts.live > quickMax;
  const isRecent = known !== undefined && Math.abs(asOfUs - known.asOfUs) < lateUs;
  if (known !== undefined && (known.version === version || (isLarge && isRecent))) {
    return known.starts;
  }
  const starts = versionStarts(table);
  remembered.set(table, { version, asOfUs, starts });
  return starts;
}

/**
 * What can be marked on a page's charts over time. Annotations are about all cases, so every scope sees them.
 * @param found of which cases the versions are, and the display zone
 * @param axis from when to when at most
 */
export async function readMarkFacts(
  db: Database,
  { table, timeZone }: Pick<FoundCases, "table" | "timeZone">,
  { fromUs, toUs }: TimeAxis,
): Promise<MarkFacts> {
  const starts = startsIn(table);
  return { starts, annotations: await readAnnotations(db, fromUs, toUs), zone: timeZone };
}

/** The instants of the days that a page is about; null where it is about none. */
export function axisOf({
  period,
  timeZone,
}: Pick<FoundCases, "period" | "timeZone">): TimeAxis | null {
  if (period === null) return null;
  return { fromUs: startOfDay(period.fromUs, timeZone), toUs: startOfDay(period.toUs, timeZone) };
}
