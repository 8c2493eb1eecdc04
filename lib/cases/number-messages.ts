import type { Message } from "@/lib/domain/case/case";
import type { ToolCall } from "@/lib/domain/trace/reading";
import type { Contact } from "./read-contacts";
import type { DraftMessage } from "./transcript/transcript";

/**
 * Concatenates the contacts' messages and numbers them. A tool call without text is attached to the
 * agent's next message (or, at a contact's end, the last): there are no empty messages.
 */
export function numberMessages(contacts: readonly Contact[]): readonly Message[] {
  const messages: Message[] = [];
  contacts.forEach((contact, interaction) => {
    const spoken = contact.messages.filter(isUtterance);
    const calls = assignCalls(contact.messages);
    for (const draft of spoken) {
      messages.push({
        ordinal: messages.length,
        interaction,
        speaker: draft.speaker,
        agentKind: draft.agentKind,
        agentId: draft.agentId,
        text: draft.text,
        toolCalls: calls.get(draft) ?? draft.toolCalls,
        tool: draft.tool,
        atUs: draft.atUs,
        spans: draft.spans,
        promptName: draft.promptName,
        promptVersion: draft.promptVersion,
        model: draft.model,
      });
    }
  });
  return messages;
}

function isUtterance(draft: DraftMessage): boolean {
  return draft.tool !== null || draft.text.trim() !== "";
}

function assignCalls(
  drafts: readonly DraftMessage[],
): ReadonlyMap<DraftMessage, readonly ToolCall[]> {
  const assigned = new Map<DraftMessage, readonly ToolCall[]>();
  let waiting: readonly ToolCall[] = [];
  let lastSpoken: DraftMessage | null = null;
  for (const draft of drafts) {
    if (draft.speaker !== "agent") continue;
    if (!isUtterance(draft)) {
      waiting = [...waiting, ...draft.toolCalls];
      continue;
    }
    // Else its own stand.
    if (waiting.length > 0 || draft.toolCalls.length > 1) {
      assigned.set(draft, withoutRepeats([...waiting, ...draft.toolCalls]));
      waiting = [];
    }
    lastSpoken = draft;
  }
  if (lastSpoken !== null && waiting.length > 0) {
    const own = assigned.get(lastSpoken) ?? lastSpoken.toolCalls;
    assigned.set(lastSpoken, withoutRepeats([...own, ...waiting]));
  }
  return assigned;
}

function withoutRepeats(calls: readonly ToolCall[]): readonly ToolCall[] {
  if (calls.length < 2) return calls;
  const seen = new Set<string>();
  return calls.filter((call) => {
    if (call.id === null) return true;
    if (seen.has(call.id)) return false;
    seen.add(call.id);
    return true;
  });
}
