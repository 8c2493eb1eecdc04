import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { gateName } from "@/lib/domain/gate/cohort";
import { CsvRows } from "@/lib/ingest/formats/csv-rows";
import { checkRows, refuseTwice, type GateFile, type NumberedRow } from "./read-rows";

/** Of each trace, session or case id the item that it is a replay of; `repeat` null: not stated. */
export type RunMapping = ReadonlyMap<
  string,
  { readonly item: string; readonly repeat: number | null }
>;

const rowSchema = z.strictObject({
  id: gateName,
  item: gateName,
  repeat: z
    .string()
    .regex(/^[1-9]\d{0,3}$/u, "must be a whole number from 1 to 9999")
    .transform(Number)
    .optional(),
});

const columns = ["id", "item", "repeat"];

/**
 * Reads which item each trace, session or case is a replay of: a table (CSV) with the columns id, item and, if there
 * are several replays of an item, repeat.
 * @throws DomainError that says what is wrong and where
 */
export function readMapping({ name, text }: GateFile): RunMapping {
  const reader = new CsvRows(",");
  const pieces = [...reader.push(text.replace(/^\uFEFF/u, "")), ...reader.end()];
  const rows = pieces.flatMap((piece) => (piece.type === "row" ? [piece.row] : []));
  const [first, ...others] = rows;
  const header = first?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const isHeader = header.length >= 2 && header.every((cell, at) => cell === columns[at]);
  if (!isHeader || rows.length < pieces.length) {
    throw new DomainError(
      "invalid-input",
      `${name}: is no mapping; begin with the line id,item or id,item,repeat, and give a trace, session or case id with its item on each line.`,
    );
  }
  const read = others.map(({ cells, line }): NumberedRow<unknown> => {
    const entries = cells.map((cell, at) => [
      columns[at] ?? `column ${String(at + 1)}`,
      cell.trim(),
    ]);
    return { row: Object.fromEntries(entries.filter(([, cell]) => cell !== "")), line };
  });
  const checked = checkRows(name, read, rowSchema);
  refuseTwice(name, checked, ({ id }) => id, "id");
  return new Map(
    checked.map(({ row: { id, item, repeat } }) => [id, { item, repeat: repeat ?? null }]),
  );
}
