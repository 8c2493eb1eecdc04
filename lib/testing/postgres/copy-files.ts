import { join } from "node:path";
import { beginNotes, endNotes } from "@/lib/store/copy/copy-notes";
import { copyRows } from "@/lib/store/copy/copy-rows";
import { openReader, openWriter } from "@/lib/store/open-database";
import { locationIn, makeDatabase, type StoreName } from "./folder-database";

/**
 * Makes the database of a data folder on the run's server, with the rows of files: deriving them again would take far
 * longer.
 * @param files the data folder that has the files
 */
export async function copyFiles(
  files: string,
  folder: string,
  names: readonly StoreName[],
): Promise<void> {
  await makeDatabase(folder);
  for (const name of names) {
    const schema = name === "access" ? "access" : "workspace";
    const from = openReader(join(files, `${name}.db`));
    const target = await openWriter(locationIn(folder, name), 0, schema);
    await beginNotes(target, schema, "");
    await from.read((source) => copyRows({ source, target, schema, onDone: () => undefined }));
    await endNotes(target);
    await from.close();
    await target.close();
  }
}
