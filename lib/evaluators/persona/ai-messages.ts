import type { Message } from "@/lib/domain/case/case";

/** The messages of AI agents. A persona contract applies only to those. */
export function aiMessages(messages: readonly Message[]): readonly Message[] {
  return messages.filter(
    ({ speaker, agentKind, text }) =>
      speaker === "agent" && agentKind !== "human" && text.trim() !== "",
  );
}
