/** Names the PostgreSQL server that a run was given. */
export const serverVariable = "THROUGHLINE_TEST_POSTGRES";

/** Whether this run's workspaces are on PostgreSQL. */
export function isOnPostgres(): boolean {
  return process.env[serverVariable] !== undefined;
}
