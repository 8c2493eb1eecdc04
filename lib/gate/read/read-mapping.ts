import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { gateName } from "@/lib/domain/gate/gate-name";
import { CsvRows } from "@/lib/ingest/formats/csv-rows";
import type { DescribedItem } from "../join-described";
import { checkRows, refuse, refuseTwice, type GateFile, type NumberedRow } from "./read-rows";

/** Which item each trace, session, case, call or simulated item is a replay of. */
export type RunMapping = {
  /** By id; `repeat` null: not stated. */
  readonly items: ReadonlyMap<string, { readonly item: string; readonly repeat: number | null }>;
  /** Ids with their scenario or persona in place of an item. */
  readonly described: readonly DescribedItem[];
};

/** Nothing is mapped. */
export const noMapping: RunMapping = { items: new Map(), described: [] };

const rowSchema = z.strictObject({
  id: gateName,
  item: gateName.optional(),
  scenario: gateName.optional(),
  persona: gateName.optional(),
  repeat: z
    .string()
    .regex(/^[1-9]\d{0,3}$/u, "must be a whole number from 1 to 9999")
    .transform(Number)
    .optional(),
});
type Row = z.infer<typeof rowSchema>;

const itemColumns = ["item", "scenario", "persona"];
const columns = ["id", ...itemColumns, "repeat"];

/**
 * Reads which item each trace, session, case or call is a replay of: a table (CSV) with the column id and item, scenario
 * or persona, and repeat if there are several replays of an item; or what a simulator's platform exports of a run, as CSV
 * (ID, Scenario) or JSON.
 * @throws DomainError that says what is wrong and where
 */
export function readMapping({ name, text }: GateFile): RunMapping {
  const plain = text.replace(/^\uFEFF/u, "");
  const rows = plain.trimStart().startsWith("{") ? callsIn(name, plain) : tableIn(name, plain);
  const checked = checkRows(name, rows, rowSchema);
  refuse(
    name,
    checked
      .filter(({ row: { item, scenario, persona } }) => (item ?? scenario ?? persona) === undefined)
      .map(({ line }) => ({ line, words: "names no item; give item, scenario or persona" })),
  );
  refuseTwice(name, checked, ({ id }) => id, "id");
  return {
    items: new Map(
      checked.flatMap(({ row: { id, item, repeat = null } }) =>
        item === undefined ? [] : [[id, { item, repeat }] as const],
      ),
    ),
    described: checked.flatMap(({ row }) => (row.item === undefined ? [describedBy(row)] : [])),
  };
}

function describedBy({ id, scenario, persona }: Row): DescribedItem {
  return {
    id,
    ...(scenario !== undefined && { scenario: { name: scenario, fields: {} } }),
    ...(persona !== undefined && { persona: { name: persona, fields: {} } }),
  };
}

function tableIn(name: string, text: string): readonly NumberedRow<unknown>[] {
  const reader = new CsvRows(",");
  const pieces = [...reader.push(text), ...reader.end()];
  const rows = pieces.flatMap((piece) => (piece.type === "row" ? [piece.row] : []));
  const [first, ...others] = rows;
  const header = first?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const isHeader = header.includes("id") && itemColumns.some((each) => header.includes(each));
  // A platform's export has more columns; one that names items was written by hand, where another is a mistake.
  const strange = header.includes("item") && header.some((each) => !columns.includes(each));
  if (!isHeader || strange || rows.length < pieces.length) throw noMappingIn(name);
  return others.map(({ cells, line }) => ({ row: rowOf(cells, header), line }));
}

function rowOf(cells: readonly string[], header: readonly string[]): object {
  const stated = cells.flatMap((cell, at): (readonly [string, string])[] => {
    const column = header[at] ?? `column ${String(at + 1)}`;
    const isRead = columns.includes(column) || (header.includes("item") && cell.trim() !== "");
    return isRead && cell.trim() !== "" ? [[column, cell.trim()]] : [];
  });
  return Object.fromEntries(stated);
}

/** What the platform's API says of a run's calls. */
const runsSchema = z.object({
  call_results: z.object({
    results: z.array(z.object({ call_execution_id: z.string(), scenario_name: z.string() })),
  }),
});
const callsSchema = z.union([
  z.object({ result: runsSchema }).transform((all) => all.result),
  runsSchema,
]);

function callsIn(name: string, text: string): readonly NumberedRow<unknown>[] {
  const read = callsSchema.safeParse(parsed(text));
  if (!read.success) throw noMappingIn(name);
  return read.data.call_results.results.map((call, at) => ({
    row: { id: call.call_execution_id, scenario: call.scenario_name },
    line: at + 1,
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function noMappingIn(name: string): DomainError {
  return new DomainError(
    "invalid-input",
    `${name}: is no mapping; begin with the line id,item or id,item,repeat, and give a trace, session or case id with its item on each line.`,
  );
}
