import { statSync } from "node:fs";
import { basename } from "node:path";
import { DomainError } from "@/lib/domain/domain-error";

/** Whether PostgreSQL keeps what is at a location; SQLite otherwise. */
export function isOnPostgres(location: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(location);
}

/**
 * Whether a workspace was ever made there. On PostgreSQL the server makes all at its start.
 * @throws DomainError "unavailable" where the folder does not let itself be read
 */
export function isDatabaseThere(location: string): boolean {
  return isOnPostgres(location) || isFileThere(location);
}

function isFileThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // Below a file there is none.
    if (code === "ENOTDIR") return false;
    const sentence = `The file ${basename(path)} in the data folder may not be read: look at the owner and the rights of the folder (${code}).`;
    throw new DomainError("unavailable", sentence, { fault: "storage-refused" });
  }
}
