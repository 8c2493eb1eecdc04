/** Under which a project's tests get the URL of their server; vitest types keys by an interface that has none. */
export const clusterKey = "postgresUrl" as never;
