import { isOnPostgres } from "../location";
import { openReader, openWriter } from "../open-database";
import { beginNotes, endNotes } from "./copy-notes";
import { copyRows, countToCopy } from "./copy-rows";
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
    await copyFromPostgres(from, to, onProgress);
    return;
  }
  const snapshot = openSnapshot(from);
  try {
    await snapshot.copyTo(to, onProgress);
  } finally {
    snapshot.close();
  }
}

async function copyFromPostgres(
  from: string,
  to: string,
  onProgress: (share: number) => void,
): Promise<void> {
  const schema = "workspace";
  const [opened, target] = [openReader(from), await openWriter(to)];
  try {
    await beginNotes(target, schema, "");
    await opened.read(async (source) => {
      const total = await countToCopy(source, schema);
      let done = 0;
      const onDone = (count: number) => onProgress((done += count) / Math.max(1, total));
      await copyRows({ source, target, schema, onDone });
    });
    await endNotes(target);
  } finally {
    await opened.close();
    await target.close();
  }
}
