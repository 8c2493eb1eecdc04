/** Where data live: one's own in `main`, the made-up half year in `demo`. They never blend: a file each. */
export const workspaceNames = ["main", "demo"] as const;
export type WorkspaceName = (typeof workspaceNames)[number];
