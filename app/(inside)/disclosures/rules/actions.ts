"use server";

import { authorizeChange } from "@/lib/auth/authorize";
import { ruleEditSchema } from "@/lib/domain/disclosures/rule-edit";
import type { PlannedSettings } from "@/lib/domain/settings/changed-settings";
import type { PreviewStart, PreviewState } from "@/lib/domain/settings/settings-effect";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { planRuleEdit } from "@/lib/pipeline/settings/plan-rule-edit";
import {
  cancelPreview,
  notePreviewSaved,
  readPreview,
} from "@/lib/pipeline/settings/preview-client";
import { nowUs } from "@/lib/clock/server";
import { beginPreview } from "../../../begin-preview";
import { mutateSettings } from "../../../mutate-settings";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";

/** Checks an edit of a rule and starts a preview of what publishing it changes. @param edit a `RuleEdit` */
export async function previewRule(edit: unknown): Promise<PreviewStart> {
  const authorized = await authorizeChange("edit-rules");
  if (!authorized.isAllowed) return notStarted(authorized.sentence);
  const planned = await plan(edit, authorized.viewer.actor);
  if (typeof planned === "string") return notStarted(planned);
  if (!planned.isValid) {
    const sentence = "The rule cannot be published like this.";
    return { isStarted: false, sentence, problems: planned.problems };
  }
  return beginPreview((await shownWorkspace()).name, planned.after);
}

/** The state of a preview, or of the derivation after publishing; null: unknown id. */
export async function getEditStatus(id: unknown): Promise<PreviewState | null> {
  if (!(await authorizeChange("edit-rules")).isAllowed) return null;
  const { name } = await shownWorkspace();
  return typeof id === "string" ? readPreview(name, id) : null;
}

/** Cancels a preview. */
export async function cancelEdit(id: unknown): Promise<void> {
  if (!(await authorizeChange("edit-rules")).isAllowed) return;
  const { name } = await shownWorkspace();
  if (typeof id === "string") cancelPreview(name, id);
}

/** Publishes an edit of a rule; contacts are judged anew after that. @param previewId of the shown preview */
export async function publishRule(edit: unknown, previewId: unknown): Promise<MutationOutcome> {
  const authorized = await authorizeChange("edit-rules");
  if (!authorized.isAllowed) {
    return { isDone: false, code: "not-allowed", sentence: authorized.sentence };
  }
  const outcome = await mutateSettings("edit-rules", () => plan(edit, authorized.viewer.actor));
  if (outcome.isDone && typeof previewId === "string") {
    notePreviewSaved((await shownWorkspace()).name, previewId);
  }
  return outcome;
}

/** @returns a sentence if it could not be planned */
async function plan(edit: unknown, by: string): Promise<PlannedSettings | string> {
  const parsed = ruleEditSchema.safeParse(edit);
  if (!parsed.success) return "What the page sent could not be read. Load it again.";
  const { name } = await shownWorkspace();
  const read = await readOrReport("a rule", () =>
    planRuleEdit(name, parsed.data, { atUs: nowUs(), by }),
  );
  return read.isRead
    ? read.value
    : `The rules could not be read (request ${read.requestId}). Try it again.`;
}

function notStarted(sentence: string): PreviewStart {
  return { isStarted: false, sentence, problems: [] };
}
