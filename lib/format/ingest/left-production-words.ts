import { formatCounted } from "../format";

/** "2 traces left production because they now name a cohort’s item"; nothing where none did. */
export function leftProductionWords(traces: number): string[] {
  if (traces === 0) return [];
  const they = traces === 1 ? "it now names" : "they now name";
  return [`${formatCounted(traces, "trace")} left production because ${they} a cohort’s item`];
}
