import { exportCase, type CaseToExport } from "../exports/export-case";
import type { ExportedCase } from "../exports/case-schema";
import { exportMessages, type ExportedMessage } from "../exports/export-message";
import { flatCase } from "../exports/flat-case";
import type { Database } from "@/lib/store/port";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readCase, readCaseOutline } from "@/lib/store/cases/read-case";

/** Which cases are exported. */
type CasesToExport = {
  /** Their ids; null: every case. */
  readonly only: ReadonlySet<string> | null;
};

/**
 * The cases of a workspace, in order of ids.
 * @param asOfUs the instant outcomes are read at
 */
export function exportCases(
  db: Database,
  asOfUs: number,
  which: CasesToExport = { only: null },
): AsyncGenerator<ExportedCase> {
  return casesAs(db, which, (read) => exportCase(read, asOfUs));
}

/** The same as rows of plain cells. */
export function exportFlatCases(
  db: Database,
  asOfUs: number,
  which: CasesToExport,
): AsyncGenerator<object> {
  return casesAs(db, which, (read) => flatCase(read, asOfUs));
}

/** The messages of the cases, in order of the cases' ids and of their own. */
export function exportCaseMessages(
  db: Database,
  which: CasesToExport,
): AsyncGenerator<ExportedMessage> {
  return eachCase(db, which, async (caseId) => {
    const stored = await readCase(db, caseId);
    return stored === null ? [] : exportMessages(stored.derived);
  });
}

/** @param rowOf lays a case out */
function casesAs<Row>(
  db: Database,
  which: CasesToExport,
  rowOf: (read: CaseToExport) => Row,
): AsyncGenerator<Row> {
  return eachCase(db, which, async (caseId) => {
    const read = await readCaseToExport(db, caseId);
    return read === null ? [] : [rowOf(read)];
  });
}

async function* eachCase<Row>(
  db: Database,
  { only }: CasesToExport,
  readRows: (caseId: string) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for (const caseId of await listCaseIds(db)) {
    if (only === null || only.has(caseId)) yield* await readRows(caseId);
  }
}

/** Reads a case without its messages. @returns null where there is no such case */
export async function readCaseToExport(db: Database, caseId: string): Promise<CaseToExport | null> {
  const outline = await readCaseOutline(db, caseId);
  if (outline === null) return null;
  const { row, derived } = outline;
  return { row, derived };
}
