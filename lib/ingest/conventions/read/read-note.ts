import type { Utterance } from "@/lib/domain/trace/reading";
import type { AttributeValue } from "@/lib/domain/trace/span";
import { firstMember, isRecord, member, parsed, scalarText } from "../json";

/**
 * An entry of a list of messages that is nobody's words: it has a type, and neither role nor text.
 * @param wordKeys the names of members with a role or words
 */
export function isNote(item: AttributeValue, wordKeys: readonly string[]): boolean {
  const note = typeof item === "string" ? parsed(item) : item;
  return (
    isRecord(note) &&
    typeof member(note, "type") === "string" &&
    firstMember(note, wordKeys) === undefined
  );
}

/** LiveKit notes the agent's instructions where they change. */
export function instructionsOfNote(item: AttributeValue): Utterance[] {
  const note = typeof item === "string" ? parsed(item) : item;
  const text = isRecord(note) ? scalarText(member(note, "instructions")) : null;
  return text === null ? [] : [{ speaker: "system", text }];
}
