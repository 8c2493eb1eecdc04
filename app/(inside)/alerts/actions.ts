"use server";

import { randomBytes } from "node:crypto";
import { z } from "zod";
import { authorizeChange } from "@/lib/auth/authorize";
import { readAllowedHosts } from "@/lib/domain/alerts/webhook-address";
import type { Viewer } from "@/lib/domain/people/permission";
import type { AlertChanger } from "@/lib/domain/alerts/alert-change";
import { alertRuleSchema } from "@/lib/domain/alerts/alert-rule";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { alertRuleProblem } from "@/lib/pages/alerts/alert-query";
import type { AlertPreview, WebhookOutcome } from "@/lib/pages/alerts/alerts-model";
import { lookUp } from "@/lib/pipeline/alerts/reachable-addresses";
import { webhookProblem } from "@/lib/pipeline/alerts/webhook-problem";
import { webhookSecretOf } from "@/lib/pipeline/worker/data-folder";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { mutate } from "../../mutate";
import { nowUs } from "@/lib/clock/server";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

const id = z.int().positive();
const ruleInput = z.strictObject({ id: id.nullable(), rule: alertRuleSchema });
const idInput = z.strictObject({ id });
const muteInput = z.strictObject({
  id,
  hours: z
    .number()
    .positive()
    .max(24 * 90)
    .nullable(),
});
const hourUs = 3_600_000_000;

/** Keeps a rule, a new one or in place of one. */
export async function saveAlert(input: unknown): Promise<MutationOutcome> {
  return mutate("manage-alerts", ruleInput, input, (given, viewer) => ({
    kind: "alert-saved",
    ...{ ...given, by: changerOf(viewer) },
  }));
}

/** Removes a rule with its history. */
export async function removeAlert(input: unknown): Promise<MutationOutcome> {
  return mutate("manage-alerts", idInput, input, (given, viewer) => ({
    kind: "alert-removed",
    ...{ ...given, by: changerOf(viewer) },
  }));
}

/** Says that somebody knows of a firing alert: it is not sent again before it ended. */
export async function acknowledgeAlert(input: unknown): Promise<MutationOutcome> {
  return mutate("manage-alerts", idInput, input, (given, viewer) => ({
    kind: "alert-acknowledged",
    ...{ ...given, by: changerOf(viewer) },
  }));
}

/** Keeps an alert from being sent for some hours, or lets it be sent again. */
export async function muteAlert(input: unknown): Promise<MutationOutcome> {
  return mutate("manage-alerts", muteInput, input, (given, viewer) => ({
    kind: "alert-muted",
    id: given.id,
    untilUs: given.hours === null ? null : Math.round(nowUs() + given.hours * hourUs),
    by: changerOf(viewer),
  }));
}

/** Sends a test of an alert on every way that it is sent. */
export async function testAlert(input: unknown): Promise<MutationOutcome> {
  return mutate("manage-alerts", idInput, input, (given, viewer) => ({
    kind: "alert-tested",
    ...{ ...given, by: changerOf(viewer) },
  }));
}

/** What a rule would have said in the last 90 days; nothing is kept. */
export async function previewAlert(input: unknown): Promise<AlertPreview> {
  const authorized = await authorizeChange("manage-alerts");
  if (!authorized.isAllowed) return { isDone: false, sentence: authorized.sentence };
  const parsed = alertRuleSchema.safeParse(input);
  const problem = parsed.success ? alertRuleProblem(parsed.data) : "Fill in every field first.";
  if (!parsed.success || problem !== null) return { isDone: false, sentence: problem ?? "" };
  const { path } = await shownWorkspace();
  const seen = { path, scope: authorized.viewer.scope };
  const read = await readOrReport("an alert's preview", () =>
    askReader("loadAlertPreview", seen, parsed.data, nowUs()),
  );
  if (read.isRead) return { isDone: true, sentences: read.value };
  return {
    isDone: false,
    sentence: `It could not be read (request ${read.requestId}). Try again.`,
  };
}

const webhookInput = z.strictObject({ url: z.string().trim().min(1).max(2000).nullable() });

/** Sets where alerts are posted to. @returns the new secret, shown only this once */
export async function setWebhook(input: unknown): Promise<WebhookOutcome> {
  const authorized = await authorizeChange("alert-webhook");
  if (!authorized.isAllowed) return { isDone: false, field: null, sentence: authorized.sentence };
  const given = webhookInput.safeParse(input);
  const typed = given.success ? given.data.url : null;
  const reach = { allowed: readAllowedHosts(process.env), lookUp };
  const problem = typed === null ? null : await webhookProblem(typed, reach);
  if (problem !== null) return { isDone: false, field: "url", sentence: problem };
  const salt = randomBytes(16).toString("hex");
  const outcome = await mutate("alert-webhook", webhookInput, input, ({ url }, viewer) => ({
    kind: "alert-webhook-set",
    ...{ url, salt, by: changerOf(viewer) },
  }));
  if (!outcome.isDone) return { isDone: false, field: null, sentence: outcome.sentence };
  return { isDone: true, shown: typed === null ? null : webhookSecretOf(salt) };
}

function changerOf({ actor, isDemo, role }: Viewer): AlertChanger {
  return { actor, isVisitor: isDemo, isAdmin: role === "admin" && !isDemo };
}
