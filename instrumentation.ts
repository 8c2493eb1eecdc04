import type { Instrumentation } from "next";
import { noteFault } from "@/lib/edge/passing-faults";

/** How long the first page waits for the tables of a new database, which takes a busy machine ten seconds. */
const tablesMs = 20_000;

/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { readDataVersion } = await import("@/lib/auth/data-version");
  const { recordUploadEnd } = await import("@/lib/auth/record-upload");
  const { sessionSecret } = await import("@/lib/auth/sign-in/secrets");
  const { tidyAccess } = await import("@/lib/auth/tidy-access");
  const { logEvent } = await import("@/lib/log/log-event");
  const { removePreviewLeftovers } = await import("@/lib/pipeline/settings/preview-client");
  const { sentAgain } = await import("@/lib/pipeline/worker/sent-again");
  const { findWriterFault, noteAlertsProblem, startWorker } =
    await import("@/lib/pipeline/worker/worker-client");
  const { isOnPostgres } = await import("@/lib/store/location");
  const { workspacePath } = await import("@/lib/pipeline/worker/data-folder");
  const { askReader, startReader, stopReader } =
    await import("@/lib/pipeline/reader/reader-client");
  const { workspaceNames } = await import("@/lib/domain/workspace");
  const { startAlerts } = await import("@/lib/pipeline/alerts/start-alerts");
  const { startMetrics } = await import("@/lib/pipeline/metrics/write-metrics");
  startMetrics();
  globalThis.throughlineBeforeStop = stopReader;
  sentAgain().readVersion = readDataVersion;
  removePreviewLeftovers();
  // Before the disk is full: no page can be read without it.
  try {
    sessionSecret();
  } catch (error) {
    logEvent("session-key-not-made", { error });
  }
  await tidyAccess().catch((error: unknown) => {
    logEvent("sessions-not-removed", { error });
  });
  startWorker((upload) => {
    recordUploadEnd(upload).catch((error: unknown) => {
      logEvent("file-not-audited", { error });
    });
  });
  const paths = workspaceNames.map((name) => workspacePath(name));
  // A new database has its tables before the first page reads from them; a file never is without.
  if (paths.some(isOnPostgres)) await findWriterFault(tablesMs);
  startReader();
  startAlerts((...args) => askReader("loadObservation", ...args), noteAlertsProblem);
}

/** Next calls this with what a page, an action or a route did not catch. */
export const onRequestError: Instrumentation.onRequestError = (error) => {
  noteFault(error);
};
