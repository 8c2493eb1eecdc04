/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { removePreviewLeftovers } = await import("@/lib/pipeline/preview-client");
  const { startWorker } = await import("@/lib/pipeline/worker-client");
  removePreviewLeftovers();
  startWorker();
}
