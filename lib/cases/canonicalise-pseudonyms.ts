import type { Message, Retrieval } from "@/lib/domain/case/case";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import type { ToolCall } from "@/lib/domain/trace/reading";

/** Hexadecimal digits of a pseudonym. */
const pseudonymDigits = 16;

/**
 * Replaces each pseudonym's digits by its rank among those of the case, so that what reads the words
 * sees which are equal and nothing that the workspace's key chose. Lengths stay: a place in a levelled
 * text is the same place in the text.
 */
export function canonicalisePseudonyms(
  messages: readonly Message[],
  retrievals: readonly Retrieval[],
): { readonly messages: readonly Message[]; readonly retrievals: readonly Retrieval[] } {
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

  function levelCall(call: ToolCall): ToolCall {
    const args = level(call.args);
    return args === call.args ? call : { ...call, args };
  }

  function levelMessage(message: Message): Message {
    const text = level(message.text);
    const toolCalls = message.toolCalls.map(levelCall);
    const tool = levelTool(message.tool, level);
    const isClean =
      text === message.text &&
      tool === message.tool &&
      toolCalls.every((call, index) => call === message.toolCalls[index]);
    return isClean ? message : { ...message, text, toolCalls, tool };
  }

  const levelled = messages.map(levelMessage);
  return {
    messages: levelled,
    retrievals: retrievals.map((retrieval) => ({
      ...retrieval,
      passages: retrieval.passages.map((passage) =>
        passage.text === null ? passage : { ...passage, text: level(passage.text) },
      ),
    })),
  };
}

function levelTool(tool: Message["tool"], level: (text: string) => string): Message["tool"] {
  if (tool === null) return null;
  const args = level(tool.args);
  return args === tool.args ? tool : { ...tool, args };
}
