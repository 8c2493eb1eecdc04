import "server-only";
import { readAnnotations } from "@/lib/store/decisions/annotations";
import type { Database } from "@/lib/store/database";
import type { Snapshot } from "../ask/snapshot";
import type { TimeAxis } from "../charts/time-axis";
import { startOfDay } from "../filter/resolve-period";
import type { AnnotationFacts } from "../annotations/time-markers";

/**
 * What can be marked on a page's charts over time. Annotations are about all cases, so every scope sees them.
 * @param told when versions were first heard, and the display zone
 * @param axis from when to when at most
 */
export async function readAnnotationFacts(
  db: Database,
  { starts, zone }: Omit<AnnotationFacts, "annotations">,
  { fromUs, toUs }: TimeAxis,
): Promise<AnnotationFacts> {
  return { starts, annotations: await readAnnotations(db, fromUs, toUs), zone };
}

/** The instants of the days that a page is about; null where it is about none. */
export function axisOf({ about, timeZone }: Snapshot): TimeAxis | null {
  const { period } = about;
  if (period === null) return null;
  return { fromUs: startOfDay(period.fromUs, timeZone), toUs: startOfDay(period.toUs, timeZone) };
}
