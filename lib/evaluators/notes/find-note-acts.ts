import type { CaseToJudge, Interaction, Message } from "@/lib/domain/case/case";
import type { NoteTools } from "@/lib/domain/settings/persona-contract";
import type { EvaluationContext } from "../contract";
import { rememberBoth } from "../remember-both";
import { isToolOf } from "./is-tool-of";

/** Somebody read or wrote the notes of a case. */
export type NoteAct = {
  readonly kind: "read" | "write";
  readonly atUs: number;
  /** The tool's message; null where only an event of the case says it. */
  readonly message: Message | null;
};

/** Notes may be read so long before a contact and written so long after it: work around a contact. */
const aroundUs = 30 * 60_000_000;

/** What was done to the notes in and around a contact, in time order; what failed was not done. */
export function findNoteActs(
  interaction: Interaction,
  context: EvaluationContext,
): readonly NoteAct[] {
  const { assembled } = context;
  const byTool = context.messagesOf(interaction.ordinal).flatMap(actsOf(context.noteTools));
  const byEvent = assembled.caseEvents.flatMap(({ name, atUs }): NoteAct[] => {
    if (name !== "note_read" && name !== "note_written") return [];
    const kind = name === "note_read" ? "read" : "write";
    const contact = contactOf(assembled.interactions, kind, atUs);
    return contact === interaction ? [{ kind, atUs, message: null }] : [];
  });
  return [...byTool, ...byEvent].toSorted((a, b) => a.atUs - b.atUs);
}

/** Whether anything at all was seen of notes in the case. */
export function hasNoteActs({ assembled, noteTools }: EvaluationContext): boolean {
  return wereNotesSeen(assembled, noteTools);
}

/** Every contact of a case asks. */
const wereNotesSeen = rememberBoth(
  ({ caseEvents, messages }: CaseToJudge, noteTools: NoteTools) =>
    caseEvents.some(({ name }) => name === "note_read" || name === "note_written") ||
    messages.some((message) => actsOf(noteTools)(message).length > 0),
);

function actsOf(noteTools: NoteTools): (message: Message) => readonly NoteAct[] {
  return (message) => {
    const { tool, atUs } = message;
    if (tool === null || tool.isError) return [];
    if (isToolOf(noteTools.read, tool.name)) return [{ kind: "read", atUs, message }];
    if (isToolOf(noteTools.write, tool.name)) return [{ kind: "write", atUs, message }];
    return [];
  };
}

/** The contact that an event belongs to: the one it is in, else the next to begin or the last to end. */
function contactOf(
  interactions: readonly Interaction[],
  kind: NoteAct["kind"],
  atUs: number,
): Interaction | undefined {
  const inside = interactions.findLast(({ startUs, endUs }) => startUs <= atUs && atUs <= endUs);
  const before = interactions.findLast(({ endUs }) => endUs < atUs && atUs - endUs <= aroundUs);
  const after = interactions.find(({ startUs }) => startUs > atUs && startUs - atUs <= aroundUs);
  return inside ?? (kind === "read" ? (after ?? before) : (before ?? after));
}
