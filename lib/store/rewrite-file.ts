import { setTimeout as wait } from "node:timers/promises";
import { connect } from "@/db/connect";
import { DomainError } from "@/lib/domain/domain-error";

const patienceMs = 60_000;

/**
 * Writes a database's file anew, without the bytes of anything that was removed, and empties its log.
 * @throws DomainError "busy" where another process reads or writes all the time
 */
export async function rewriteFile(path: string): Promise<void> {
  const connection = connect(path, "writer");
  try {
    // In memory a large workspace would not fit.
    connection.pragma("temp_store = FILE");
    connection.pragma("secure_delete = ON");
    await patiently(() => {
      connection.exec("VACUUM");
      return true;
    });
    await patiently(() => {
      const [state] = connection.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
      return state?.busy === 0;
    });
  } finally {
    connection.close();
  }
}

async function patiently(attempt: () => boolean): Promise<void> {
  const endMs = performance.now() + patienceMs;
  while (!succeeds(attempt)) {
    if (performance.now() > endMs) {
      throw new DomainError(
        "busy",
        "The data are erased, but another process keeps their bytes in the file; they are taken out with the next sweep.",
      );
    }
    await wait(200);
  }
}

function succeeds(attempt: () => boolean): boolean {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY"))
      return false;
    throw error;
  }
}
