import { connect } from "@/db/connect";

/** Pages copied before yielding the thread. */
const pagesAtOnce = 2000;

/**
 * Copies a workspace as of one moment into a new file, while others write to it.
 * @param onProgress called with the copied share, 0 to 1
 */
export async function copyWorkspace(
  from: string,
  to: string,
  onProgress: (share: number) => void,
): Promise<void> {
  const connection = connect(from, "reader");
  try {
    // An open read pins the moment; without one the copy restarts whenever somebody writes.
    connection.exec("BEGIN");
    connection.prepare("SELECT count(*) FROM sqlite_schema").get();
    await connection.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
        return pagesAtOnce;
      },
    });
  } finally {
    connection.close();
  }
}
