import { existsSync } from "node:fs";

/** Whether PostgreSQL keeps what is at a location; SQLite otherwise. */
export function isOnPostgres(location: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(location);
}

/** Whether a workspace was ever made there. On PostgreSQL the server makes all at its start. */
export function isDatabaseThere(location: string): boolean {
  return isOnPostgres(location) || existsSync(location);
}
