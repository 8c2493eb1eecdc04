"use server";

import type { PlannedSettings } from "@/lib/domain/settings/changed-settings";
import { changeSettings } from "@/lib/domain/settings/parse-settings";
import { approvePersona } from "@/lib/domain/settings/persona-contract";
import type { PreviewStart, PreviewState } from "@/lib/domain/settings/settings-effect";
import type { Settings } from "@/lib/domain/settings/settings";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { nowUs } from "@/lib/clock/server";
import {
  cancelPreview,
  notePreviewSaved,
  readPreview,
} from "@/lib/pipeline/settings/preview-client";
import { readCurrentSettings } from "@/lib/pipeline/settings/settings-page";
import { authorizeChange } from "@/lib/auth/authorize";
import { beginPreview } from "../../begin-preview";
import { mutateSettings } from "../../mutate-settings";
import { shownWorkspace } from "../../shown-workspace";

/** Starts a preview of a settings change. @param change members of the settings */
export async function previewChange(change: unknown): Promise<PreviewStart> {
  const authorized = await authorizeChange("settings");
  if (!authorized.isAllowed) return refused(authorized.sentence);
  const { name } = await shownWorkspace();
  const planned = plan(await readCurrentSettings(name), change, authorized.viewer.name);
  if (!planned.isValid) {
    const sentence = "Something here cannot be: see the fields that are marked.";
    return { isStarted: false, sentence, problems: planned.problems };
  }
  return beginPreview(name, planned.after);
}

/** The state of a preview, or of the derivation after saving; null: unknown id. */
export async function getPreviewStatus(id: unknown): Promise<PreviewState | null> {
  if (!(await authorizeChange("settings")).isAllowed) return null;
  const { name } = await shownWorkspace();
  return typeof id === "string" ? readPreview(name, id) : null;
}

/** Cancels a preview. */
export async function cancelChange(id: unknown): Promise<void> {
  if (!(await authorizeChange("settings")).isAllowed) return;
  const { name } = await shownWorkspace();
  if (typeof id === "string") cancelPreview(name, id);
}

/** Saves a settings change; derivation follows. @param previewId of the shown preview */
export async function saveChange(change: unknown, previewId: unknown): Promise<MutationOutcome> {
  const authorized = await authorizeChange("settings");
  if (!authorized.isAllowed) {
    return { isDone: false, code: "not-allowed", sentence: authorized.sentence };
  }
  const { name } = await shownWorkspace();
  const outcome = await mutateSettings("settings", async () =>
    plan(await readCurrentSettings(name), change, authorized.viewer.actor),
  );
  if (outcome.isDone && typeof previewId === "string") notePreviewSaved(name, previewId);
  return outcome;
}

/** @param by public id of the approver, where the change needs approval */
function plan(before: Settings, change: unknown, by: string): PlannedSettings {
  const parsed = changeSettings(before, change);
  if (!parsed.isValid) return parsed;
  const { settings } = parsed;
  const persona = approvePersona(before.persona, settings.persona, { atUs: nowUs(), by });
  // Rules are published on their own page, which checks them.
  const { disclosureRules } = before;
  return { isValid: true, before, after: { ...settings, persona, disclosureRules } };
}

function refused(sentence: string): PreviewStart {
  return { isStarted: false, sentence, problems: [] };
}
