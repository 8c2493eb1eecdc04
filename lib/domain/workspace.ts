/** Workspaces: real data in `main`, generated data in `demo`. Each has its own database file. */
export const workspaceNames = ["main", "demo"] as const;
export type WorkspaceName = (typeof workspaceNames)[number];
