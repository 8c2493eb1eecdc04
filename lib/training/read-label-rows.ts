import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { rowSchema } from "@/lib/scoring/row";
import { dataSetNames, type DataRow } from "./data-sets";

const metaSchema = z.object({
  evaluator: z.string(),
  case_id: z.string(),
  data_set: z.enum(dataSetNames).nullable(),
});

/** A team's own label: a row in the format of a public set, with its evaluator. */
export type LabelRow = { readonly evaluator: string; readonly row: DataRow };

/**
 * Reads the output of `throughline export labels`. Each case is its own group. Rows that are neither yes nor no are
 * skipped.
 * @throws DomainError if the file is missing or a line is invalid
 */
export async function readLabelRows(file: string): Promise<readonly LabelRow[]> {
  if (!existsSync(file)) {
    throw new DomainError("not-found", `There are no labels at ${file}.`);
  }
  const rows: LabelRow[] = [];
  let lineNumber = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    lineNumber += 1;
    if (line.trim() !== "") rows.push(...labelRow(line, lineNumber));
  }
  return rows;
}

function labelRow(line: string, lineNumber: number): readonly LabelRow[] {
  const row = rowSchema.safeParse(parsed(line));
  const meta = metaSchema.safeParse(row.data?.meta);
  if (!row.success || !meta.success) {
    throw new DomainError(
      "invalid-input",
      `Line ${String(lineNumber)} is no row of "throughline export labels".`,
    );
  }
  const { evaluator, case_id, data_set } = meta.data;
  if (data_set === null || row.data.label === null) return [];
  return [{ evaluator, row: { ...row.data, domain: `own ${case_id}`, dataSet: data_set } }];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
