import { isOnPostgres } from "../location";
import { openReader, openWriter } from "../open-database";
import type { SchemaName } from "@/db/migrate";
import { beginNotes, endNotes } from "./copy-notes";
import { copyRows, countToCopy, createSum } from "./copy-rows";
import { openSnapshot } from "./snapshot";

/**
 * Copies a workspace as of one moment into a new SQLite file, while others write to it.
 * @param from where it is, on either engine
 * @param onProgress called with the copied share, 0 to 1
 */
export async function copyWorkspace(
  from: string,
  to: string,
  onProgress: (share: number) => void,
): Promise<void> {
  if (isOnPostgres(from)) {
    await copyDatabase({ from, to, schema: "workspace" }, onProgress);
    return;
  }
  const snapshot = openSnapshot(from);
  try {
    await snapshot.copyTo(to, onProgress);
  } finally {
    snapshot.close();
  }
}

/**
 * Copies all rows of a database as of one moment into a new one, from either engine to either.
 * @param onProgress called with the copied share, 0 to 1
 */
export async function copyDatabase(
  { from, to, schema }: { readonly from: string; readonly to: string; readonly schema: SchemaName },
  onProgress: (share: number) => void,
): Promise<void> {
  const [opened, target] = [openReader(from), await openWriter(to, 0, schema)];
  try {
    await beginNotes(target, schema, "");
    await opened.read(async (source) => {
      const total = Math.max(1, await countToCopy(source, schema));
      const onDone = createSum((done) => onProgress(done / total));
      await copyRows({ source, target, schema, onDone });
    });
    await endNotes(target);
  } finally {
    await opened.close();
    await target.close();
  }
}
