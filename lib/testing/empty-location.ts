import { randomUUID } from "node:crypto";

/** Names the server that a run was given. */
export const locationVariable = "THROUGHLINE_TEST_POSTGRES";

/** Whether this run's workspaces are on PostgreSQL. */
export function isOnPostgres(): boolean {
  return process.env[locationVariable] !== undefined;
}

/**
 * Where a test makes an empty workspace or an empty file of accounts: in memory, or in a new namespace of the PostgreSQL
 * server that the run was given.
 */
export function emptyLocation(): string {
  if (!isOnPostgres()) return ":memory:";
  const url = process.env[locationVariable] ?? "";
  const namespace = `test_${randomUUID().replaceAll("-", "")}`;
  return `${url}?namespace=${namespace}`;
}
