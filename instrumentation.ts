/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { removePreviewLeftovers } = await import("@/lib/pipeline/preview-client");
  const { startWorker } = await import("@/lib/pipeline/worker-client");
  const { workspacePath } = await import("@/lib/pipeline/data-folder");
  const { fillCaseTables } = await import("@/lib/queries/fill-case-tables");
  const { workspaceNames } = await import("@/lib/domain/workspace");
  removePreviewLeftovers();
  startWorker();
  void fillCaseTables(workspaceNames.map((name) => workspacePath(name)));
}
