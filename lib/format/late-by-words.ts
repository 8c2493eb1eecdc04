import { formatDuration } from "./format";

/** "2 d late": how long after its due time a promise is first seen kept. Instants in µs since 1970. */
export function lateByWords(dueUs: number | null, settledUs: number | null): string {
  return dueUs === null || settledUs === null || settledUs <= dueUs
    ? "late"
    : `${formatDuration(settledUs - dueUs)} late`;
}
