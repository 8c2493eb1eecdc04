import type { AssembledCase } from "@/lib/domain/case/case";
import type { NoteActs } from "@/lib/domain/case/contact-style";
import type { EvaluationSettings } from "@/lib/domain/settings/settings";
import { contextOf } from "../run-evaluators";
import { findNoteActs, hasNoteActs } from "./find-note-acts";

/** The accesses to case notes of each contact: one entry per interaction, in order. */
export function notesOfContacts(
  assembled: AssembledCase,
  settings: EvaluationSettings,
): readonly NoteActs[] {
  const context = contextOf({ ...assembled, retrievals: [], spanValues: [] }, settings);
  if (!hasNoteActs(context)) return assembled.interactions.map(() => "unseen");
  return assembled.interactions.map((interaction) => {
    const kinds = new Set(findNoteActs(interaction, context).map(({ kind }) => kind));
    if (kinds.size === 2) return "both";
    if (kinds.has("read")) return "read";
    return kinds.has("write") ? "written" : "none";
  });
}
