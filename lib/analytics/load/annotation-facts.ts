import "server-only";
import { readAnnotations } from "@/lib/store/decisions/annotations";
import type { Database } from "@/lib/store/port";
import type { Snapshot } from "../ask/snapshot";
import type { TimeAxis } from "../charts/time-axis";
import { startOfDay } from "../filter/resolve-period";
import type { AnnotationFacts } from "../annotations/time-markers";

/**
 * Reads the annotations of a page's charts over time. They concern all cases, so every scope sees them.
 * @param axis the longest period shown
 */
export async function readAnnotationFacts(
  db: Database,
  { starts, zone }: Omit<AnnotationFacts, "annotations">,
  { fromUs, toUs }: TimeAxis,
): Promise<AnnotationFacts> {
  return { starts, annotations: await readAnnotations(db, fromUs, toUs), zone };
}

/** The period of a page in instants; null where it has none. */
export function axisOf({ about, timeZone }: Snapshot): TimeAxis | null {
  const { period } = about;
  if (period === null) return null;
  return { fromUs: startOfDay(period.fromUs, timeZone), toUs: startOfDay(period.toUs, timeZone) };
}
