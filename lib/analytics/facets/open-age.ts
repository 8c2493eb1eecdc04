import { flags, type Columns } from "../case-table/columns";
import { hasHappened } from "./outcome-code";

/** How long a case has been open: `closed` where it is not, `unknown` where its times are missing. */
export const openAges = ["closed", "day", "3d", "7d", "14d", "30d", "older", "unknown"] as const;

const dayUs = 86_400_000_000;
const bands = [
  ["day", dayUs],
  ["3d", 3 * dayUs],
  ["7d", 7 * dayUs],
  ["14d", 14 * dayUs],
  ["30d", 30 * dayUs],
] as const;

/**
 * The index of a case's age in `openAges`, at an instant. Silence closes nothing here. Of a reopened case only the
 * first closing is stored, so whether it is open is unknown.
 */
export function openAgeCode(columns: Columns, key: number, asOfUs: number): number {
  return openAges.indexOf(openAgeOf(columns, key, asOfUs));
}

function openAgeOf(columns: Columns, key: number, asOfUs: number): (typeof openAges)[number] {
  if (hasHappened(columns.reopenedUs, key, asOfUs)) return "unknown";
  const bySomeone = ((columns.flags[key] ?? 0) & flags.closedBySomeone) !== 0;
  if (bySomeone && hasHappened(columns.closedUs, key, asOfUs)) return "closed";
  const ageUs = asOfUs - (columns.openedUs[key] ?? NaN);
  if (Number.isNaN(ageUs)) return "unknown";
  for (const [age, mostUs] of bands) if (ageUs < mostUs) return age;
  return "older";
}

/** Lists the instants at which a case's age changes, where its opening is known. */
export function encodeOpenAge(columns: Columns, key: number, due: (instant: number) => void): void {
  const openedUs = columns.openedUs[key] ?? NaN;
  if (Number.isNaN(openedUs)) return;
  for (const [, mostUs] of bands) due(openedUs + mostUs);
}
