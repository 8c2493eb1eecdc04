import { readCaseTable } from "./case-table";
import { workspaceReader } from "./workspace-reader";

/**
 * Reads all of the workspaces' cases into their tables, so that the first list after a start need not wait
 * for all of it. Other requests are answered meanwhile.
 * @param paths the workspaces' files; those that are not there are left out
 * @param asOfUs now, microseconds since 1970
 */
export async function fillCaseTables(paths: readonly string[], asOfUs: number): Promise<void> {
  for (const path of paths) {
    const reader = workspaceReader(path);
    // What cannot be read yet, such as a file that is being brought up to date, the list asks for again.
    if (reader !== null) await readCaseTable(reader, null, asOfUs).catch(() => undefined);
  }
}
