"use server";

import type { DomainErrorCode } from "@/lib/domain/domain-error";
import {
  changeSettings,
  settingsSchema,
  type ParsedSettings,
} from "@/lib/domain/settings/parse-settings";
import { approvePersona } from "@/lib/domain/settings/persona-contract";
import type { PreviewStart, PreviewState } from "@/lib/domain/settings/settings-effect";
import type { Settings } from "@/lib/domain/settings/settings";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { nowUs } from "@/lib/pipeline/worker/clock";
import {
  cancelPreview,
  notePreviewSaved,
  readPreview,
} from "@/lib/pipeline/settings/preview-client";
import { readCurrentSettings } from "@/lib/pipeline/settings/settings-page";
import { authorizeChange } from "@/lib/auth/authorize";
import { beginPreview } from "../../begin-preview";
import { mutate } from "../../mutate";
import { shownWorkspace } from "../../shown-workspace";

/** Starts a preview of a settings change. @param change members of the settings */
export async function previewChange(change: unknown): Promise<PreviewStart> {
  const authorized = await authorizeChange("settings");
  if (!authorized.isAllowed) return refused(authorized.sentence);
  const { name } = await shownWorkspace();
  const parsed = applied(await readCurrentSettings(name), change, authorized.viewer.name);
  if (!parsed.isValid) {
    const sentence = "Something here cannot be: see the fields that are marked.";
    return { isStarted: false, sentence, problems: parsed.problems };
  }
  return beginPreview(name, parsed.settings);
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
  if (!authorized.isAllowed) return notKept("not-allowed", authorized.sentence);
  const { name } = await shownWorkspace();
  const before = await readCurrentSettings(name);
  const parsed = applied(before, change, authorized.viewer.actor);
  if (!parsed.isValid) {
    return notKept("invalid-input", parsed.problems.map(({ message }) => message).join(" "));
  }
  const toChange = (settings: Settings) => ({ kind: "settings", settings }) as const;
  const outcome = await mutate("settings", settingsSchema, parsed.settings, toChange, before);
  if (outcome.isDone && typeof previewId === "string") notePreviewSaved(name, previewId);
  return outcome;
}

/** @param by public id of the approver, where the change needs approval */
function applied(before: Settings, change: unknown, by: string): ParsedSettings {
  const parsed = changeSettings(before, change);
  if (!parsed.isValid) return parsed;
  const { settings } = parsed;
  const persona = approvePersona(before.persona, settings.persona, { atUs: nowUs(), by });
  // Rules are published on their own page, which checks them.
  const { disclosureRules } = before;
  return { isValid: true, settings: { ...settings, persona, disclosureRules } };
}

function refused(sentence: string): PreviewStart {
  return { isStarted: false, sentence, problems: [] };
}

function notKept(code: DomainErrorCode, sentence: string): MutationOutcome {
  return { isDone: false, code, sentence };
}
