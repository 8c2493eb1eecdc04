"use server";

import { z } from "zod";
import { currentViewer } from "@/lib/auth/current-viewer";
import { loadAssignees } from "@/lib/auth/load-assignees";
import { snoozeMaxUs } from "@/lib/domain/case/attention";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { mutate } from "../../mutate";
import { nowUs } from "@/lib/clock/server";

const caseId = z.string().min(1).max(2000);
const hourUs = 3_600_000_000;

/** Gives a case to an account, or to nobody. */
export async function assignCase(input: unknown): Promise<MutationOutcome> {
  const viewer = await currentViewer();
  const known = viewer === null ? [] : await loadAssignees(viewer);
  const assignee = z
    .string()
    .refine((id) => known.some((each) => each.id === id))
    .nullable();
  return mutate("override", z.strictObject({ caseId, assignee }), input, (given, { actor }) => ({
    kind: "case-assigned",
    by: actor,
    ...given,
  }));
}

/** Takes a case off the Live page for some hours, or puts it back. */
export async function snoozeCase(input: unknown): Promise<MutationOutcome> {
  const hours = z
    .number()
    .positive()
    .max(snoozeMaxUs / hourUs)
    .nullable();
  return mutate("override", z.strictObject({ caseId, hours }), input, (given, { actor }) => ({
    kind: "case-snoozed",
    by: actor,
    caseId: given.caseId,
    untilUs: given.hours === null ? null : Math.round(nowUs() + given.hours * hourUs),
  }));
}

/** Marks a case as handled, or puts it back on the Live page. */
export async function handleCase(input: unknown): Promise<MutationOutcome> {
  const schema = z.strictObject({ caseId, isHandled: z.boolean() });
  return mutate("override", schema, input, (given, { actor }) => ({
    kind: "case-handled",
    by: actor,
    ...given,
  }));
}
