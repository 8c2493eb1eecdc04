/** Codes as of Node and SQLite ("ENOSPC", "SQLITE_BUSY"), and PostgreSQL's, which begin with a digit ("42P01"). */
const codePattern = /^(?:[A-Z][A-Z0-9_]{1,60}|[0-9][0-9A-Z]{4})$/u;

/** The code of an error, which quotes nothing. @returns null: it has none of a known form */
export function errorCode(error: Error): string | null {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return codePattern.test(code) ? code : null;
}
