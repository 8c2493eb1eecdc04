import type { GateLabel } from "@/lib/domain/gate/run";
import { gateLabelSchema } from "@/lib/domain/gate/run";
import { readRows, refuseTwice, type GateFile } from "./read-rows";

/**
 * Reads people's labels from JSON Lines, a conversation a line.
 * @throws DomainError that says what is wrong and where
 */
export function readLabels(file: GateFile): readonly GateLabel[] {
  const rows = readRows(file, gateLabelSchema);
  refuseTwice(file.name, rows, ({ id }) => id, "id");
  return rows.map(({ row }) => row).sort((a, b) => (a.id < b.id ? -1 : 1));
}
