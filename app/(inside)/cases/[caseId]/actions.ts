"use server";

import { z } from "zod";
import { authorizeChange } from "@/lib/auth/authorize";
import { noteLengthMax, type ContactRef } from "@/lib/domain/case/decision";
import { isDomainError } from "@/lib/domain/domain-error";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { planContactMove } from "@/lib/pipeline/changes/plan-contact-move";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";
import { caseSize } from "@/lib/pages/case/words/around";
import type { MovePreview } from "@/components/case/case-actions";
import { mutate } from "../../../mutate";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";

const caseId = z.string().min(1).max(2000);
const id = z.number().int().positive();
const contact = z.strictObject({
  caseId,
  ordinal: z.number().int().nonnegative(),
  startUs: z.number().int(),
});

export async function mergeCase(input: unknown): Promise<MutationOutcome> {
  const schema = z.strictObject({ fromCaseId: caseId, toCaseId: caseId });
  return mutate("override", schema, input, (ends) => ({ kind: "case-merged", ...ends }));
}

export async function moveContact(input: unknown): Promise<MutationOutcome> {
  const schema = z.strictObject({ contact, toCaseId: caseId, isNewCase: z.boolean() });
  return mutate("override", schema, input, (move) => ({ kind: "contact-moved", ...move }));
}

export async function removeDecision(input: unknown): Promise<MutationOutcome> {
  return mutate("override", id, input, (removed) => ({ kind: "decision-removed", id: removed }));
}

export async function addNote(input: unknown): Promise<MutationOutcome> {
  const schema = z.strictObject({ caseId, text: z.string().max(noteLengthMax) });
  return mutate("override", schema, input, (note) => ({ kind: "note-added", ...note }));
}

export async function removeNote(input: unknown): Promise<MutationOutcome> {
  return mutate("override", id, input, (removed) => ({ kind: "note-removed", id: removed }));
}

/** Previews what moving a contact takes along; changes nothing. */
export async function previewContactMove(input: unknown): Promise<MovePreview> {
  const authorized = await authorizeChange("override");
  if (!authorized.isAllowed) return cannot(authorized.sentence);
  const parsed = contact.safeParse(input);
  if (!parsed.success) return cannot("What the page sent could not be read. Load it again.");
  const { scope } = authorized.viewer;
  const { path } = await shownWorkspace();
  const read = await readOrReport("what a contact holds", () =>
    preview({ path, scope }, parsed.data),
  );
  return read.isRead ? read.value : cannot(`It could not be read (request ${read.requestId}).`);
}

async function preview({ path, scope }: SeenWorkspace, moved: ContactRef): Promise<MovePreview> {
  const reader = workspaceReader(path);
  if (reader === null) return cannot("The workspace is empty.");
  try {
    const { traces, spans, messages } = await planContactMove({ db: reader, scope }, moved, "");
    return { canMove: true, holds: caseSize(traces, spans, messages) };
  } catch (error) {
    if (isDomainError(error)) return cannot(error.message);
    throw error;
  }
}

function cannot(sentence: string): MovePreview {
  return { canMove: false, sentence };
}
