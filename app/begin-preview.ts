import { isDomainError } from "@/lib/domain/domain-error";
import type { PreviewStart } from "@/lib/domain/settings/settings-effect";
import type { Settings } from "@/lib/domain/settings/settings";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { startPreview } from "@/lib/pipeline/settings/preview-client";
import { readOrReport } from "./read-or-report";

/** Starts a preview of settings, for a server action. */
export async function beginPreview(
  workspace: WorkspaceName,
  settings: Settings,
): Promise<PreviewStart> {
  const started = await readOrReport("a preview", () => start(workspace, settings));
  if (started.isRead) return started.value;
  const sentence = `The effect could not be worked out (request ${started.requestId}). Try it again.`;
  return { isStarted: false, sentence, problems: [] };
}

async function start(workspace: WorkspaceName, settings: Settings): Promise<PreviewStart> {
  try {
    return { isStarted: true, id: await startPreview(workspace, settings) };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { isStarted: false, sentence: error.message, problems: [] };
  }
}
