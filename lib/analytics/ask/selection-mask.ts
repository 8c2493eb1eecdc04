import type { Snapshot } from "./snapshot";

/** Whether a snapshot's filter leaves a case, by key; cheaper than a set of all that it leaves. */
export function selectionMask({
  selection,
  table,
}: Pick<Snapshot, "selection" | "table">): Uint8Array {
  const selected = new Uint8Array(table.end);
  for (const key of selection().keys) selected[key] = 1;
  return selected;
}
