import type { Message, Retrieval } from "@/lib/domain/case/case";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import type { ToolCall } from "@/lib/domain/trace/reading";

const half = 8;
const none = "0".repeat(half);

/**
 * Replaces each half of each pseudonym's digits by its rank within the case, so that results depend on which are
 * equal but not on the workspace's key. Equal halves stay equal (the parts of a name), a half of zeros stays zeros,
 * and lengths are kept: offsets are valid in the original text.
 */
export function canonicalisePseudonyms(
  messages: readonly Message[],
  retrievals: readonly Retrieval[],
): { readonly messages: readonly Message[]; readonly retrievals: readonly Retrieval[] } {
  const ranks = new Map<string, string>();
  const canonicalise = (text: string): string =>
    text.includes("<")
      ? text.replace(
          maskedPattern,
          (_masked, type: string, digits: string) =>
            `<${type}:${rankOf(digits.slice(0, half))}${rankOf(digits.slice(half))}>`,
        )
      : text;

  function rankOf(digits: string): string {
    if (digits === none) return none;
    let rank = ranks.get(digits);
    if (rank === undefined) {
      rank = String(ranks.size + 1).padStart(half, "0");
      ranks.set(digits, rank);
    }
    return rank;
  }

  function canonicaliseCall(call: ToolCall): ToolCall {
    const args = canonicalise(call.args);
    return args === call.args ? call : { ...call, args };
  }

  function canonicaliseMessage(message: Message): Message {
    const text = canonicalise(message.text);
    const toolCalls = message.toolCalls.map(canonicaliseCall);
    const tool = canonicaliseTool(message.tool, canonicalise);
    const isClean =
      text === message.text &&
      tool === message.tool &&
      toolCalls.every((call, index) => call === message.toolCalls[index]);
    return isClean ? message : { ...message, text, toolCalls, tool };
  }

  const canonical = messages.map(canonicaliseMessage);
  return {
    messages: canonical,
    retrievals: retrievals.map((retrieval) => ({
      ...retrieval,
      passages: retrieval.passages.map((passage) =>
        passage.text === null ? passage : { ...passage, text: canonicalise(passage.text) },
      ),
    })),
  };
}

function canonicaliseTool(
  tool: Message["tool"],
  canonicalise: (text: string) => string,
): Message["tool"] {
  if (tool === null) return null;
  const args = canonicalise(tool.args);
  return args === tool.args ? tool : { ...tool, args };
}
