import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "@/lib/domain/settings/settings";
import type { SettingsEffect } from "@/lib/domain/settings/settings-effect";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { createAnswerMasker } from "../derive/create-answer-masker";
import { nowUs } from "@/lib/clock/server";
import { dataFolder, workspacePath } from "../worker/data-folder";
import { previewFolderPrefix } from "./preview-client";
import { previewSettings } from "./preview-settings";
import { makeFolder } from "@/lib/store/make-folder";

/** Computes the effect of changed settings in this process, on copies that are deleted afterwards. */
export async function previewOnCopy(
  workspace: WorkspaceName,
  settings: Settings,
): Promise<SettingsEffect> {
  makeFolder(dataFolder());
  const folder = mkdtempSync(join(dataFolder(), previewFolderPrefix));
  try {
    const { effect } = await previewSettings({
      ...{ path: workspacePath(workspace), folder, settings },
      ...{ now: nowUs, maskAnswer: createAnswerMasker(), onProgress: () => undefined },
    });
    return effect;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
