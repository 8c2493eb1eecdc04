import type { Message } from "@/lib/domain/case";
import { maskedPattern } from "@/lib/domain/pseudonym";

/** Hexadecimal digits of a pseudonym. */
const pseudonymDigits = 16;

/**
 * Replaces each pseudonym's digits by its rank among those of the case, so that what reads the words
 * sees which are equal and nothing that the workspace's key chose. Lengths stay: a place in a levelled
 * text is the same place in the text.
 */
export function levelPseudonyms(messages: readonly Message[]): readonly Message[] {
  const ranks = new Map<string, string>();
  const level = (text: string): string =>
    text.includes("<") ? text.replace(maskedPattern, levelOne) : text;

  function levelOne(masked: string, type: string): string {
    let rank = ranks.get(masked);
    if (rank === undefined) {
      rank = String(ranks.size).padStart(pseudonymDigits, "0");
      ranks.set(masked, rank);
    }
    return `<${type}:${rank}>`;
  }

  return messages.map((message) => {
    const { tool, toolCalls } = message;
    return {
      ...message,
      text: level(message.text),
      toolCalls: toolCalls.map((call) => ({ ...call, args: level(call.args) })),
      tool: tool === null ? null : { ...tool, args: level(tool.args) },
    };
  });
}
