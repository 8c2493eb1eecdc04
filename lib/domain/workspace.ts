/** Workspaces: real data in `main`, generated data in `demo`. Each has its own database file. */
export const workspaceNames = ["main", "demo"] as const;
export type WorkspaceName = (typeof workspaceNames)[number];

/** A workspace, or the database of accounts, sessions, tokens and the audit log. */
export const databaseNames = [...workspaceNames, "access"] as const;
export type DatabaseName = (typeof databaseNames)[number];
