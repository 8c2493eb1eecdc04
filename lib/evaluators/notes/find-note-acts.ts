import type { CaseToJudge, Interaction, Message } from "@/lib/domain/case/case";
import type { NoteTools } from "@/lib/domain/settings/persona-contract";
import type { EvaluationContext } from "../contract";
import { rememberBoth } from "../remember-both";
import { isToolOf } from "./is-tool-of";

/** A read or write of the case notes. */
export type NoteAct = {
  readonly kind: "read" | "write";
  readonly atUs: number;
  /** The tool's message; null if only a case event reports it. */
  readonly message: Message | null;
};

/** Notes read this long before a contact or written this long after it belong to it. */
const aroundUs = 30 * 60_000_000;

/** The reads and writes of notes in and around a contact in order of time; failed calls are left out. */
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

/** Whether any access to notes was seen in the case. */
export function hasNoteActs({ assembled, noteTools }: EvaluationContext): boolean {
  return wereNotesSeen(assembled, noteTools);
}

/** Memoised: it is the same for every contact of a case. */
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

/** The contact of an event: the one it falls into, else the next to begin or the last to end. */
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
