import { nowUs } from "@/lib/clock/server";
import { locationIn, makeDatabase } from "./postgres/folder-database";
import { withTestWorkspace } from "./test-workspace";

/**
 * Stores a file's bytes in the workspace of a data folder and derives what they touch, in this process: for tests of
 * what comes after `throughline ingest`, which starts threads for the same.
 */
export async function fillFolder(folder: string, bytes: Uint8Array | string): Promise<void> {
  await makeDatabase(folder);
  await withTestWorkspace(
    async ({ ingest, derive }) => {
      await ingest(bytes);
      await derive();
    },
    { nowUs: nowUs(), place: { folder, location: locationIn(folder, "main") } },
  );
}
