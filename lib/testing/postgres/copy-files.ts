import { join } from "node:path";
import type { DatabaseName } from "@/lib/domain/workspace";
import { schemaOf } from "@/lib/pipeline/copy/open-databases";
import { copyDatabase } from "@/lib/store/copy/copy-workspace";
import { locationIn, makeDatabase } from "./folder-database";

/**
 * Makes the database of a data folder on the run's server, with the rows of files: deriving them again would take far
 * longer.
 * @param files the data folder that has the files
 */
export async function copyFiles(
  files: string,
  folder: string,
  names: readonly DatabaseName[],
): Promise<void> {
  await makeDatabase(folder);
  for (const name of names) {
    const [from, to] = [join(files, `${name}.db`), locationIn(folder, name)];
    await copyDatabase({ from, to, schema: schemaOf(name) }, () => undefined);
  }
}
