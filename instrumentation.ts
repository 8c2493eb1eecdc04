/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { recordUploadEnd } = await import("@/lib/auth/record-upload");
  const { tidyAccess } = await import("@/lib/auth/tidy-access");
  const { describeError } = await import("@/lib/pipeline/describe-error");
  const { removePreviewLeftovers } = await import("@/lib/pipeline/preview-client");
  const { startWorker } = await import("@/lib/pipeline/worker-client");
  const { workspacePath } = await import("@/lib/pipeline/data-folder");
  const { nowUs } = await import("@/lib/pipeline/clock");
  const { fillCaseTables } = await import("@/lib/queries/fill-case-tables");
  const { workspaceNames } = await import("@/lib/domain/workspace");
  removePreviewLeftovers();
  await tidyAccess();
  startWorker((upload) => {
    recordUploadEnd(upload).catch((error: unknown) => {
      console.error(`What became of a file is not in the audit: ${describeError(error)}`);
    });
  });
  const paths = workspaceNames.map((name) => workspacePath(name));
  void fillCaseTables(paths, nowUs());
}
