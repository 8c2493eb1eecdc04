import type { Message } from "@/lib/domain/case/case";

/** The words of AI agents among messages. A persona is an AI agent's: people are never held against it. */
export function aiMessages(messages: readonly Message[]): readonly Message[] {
  return messages.filter(
    ({ speaker, agentKind, text }) =>
      speaker === "agent" && agentKind !== "human" && text.trim() !== "",
  );
}
