import type { Message } from "@/lib/domain/case/case";
import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import { rememberText } from "@/lib/learning/remember-text";

const json = /^\s*(?:\{|\[\s*[[{"])|"\s*:/;
const toolName = /"(?:name|function|tool|tool_name|action)"\s*:/;
const toolArguments = /"(?:arguments|args|parameters|input|action_input)"\s*:/;
/** String literals, the last perhaps cut off, of a key with the colon (first where a bare value follows), other syntax, and line breaks. */
const token =
  /"((?:[^"\\]|\\.)*)(?:"|\\?$)(\s*:\s*(?="?\W{0,20}\d[^"{}[\]]{0,40}["\n,}]))?(\s*:\s*)?|[{}[\],]|\\n/g;
/** A value without a sentence is read with its key: "refund_timing": "5-7 business days". */
const bareValue = /^\W*\d[^.!?]{0,40}$/;

/**
 * The words of a message that are said to the customer, at their own offsets. Some agents answer as JSON: its syntax
 * becomes line breaks and spaces of the same length.
 * @returns "" for the JSON of a tool call, which is said to nobody
 */
export function spokenText({ text }: Pick<Message, "text">): string {
  return spokenIn(text);
}

const spokenIn = rememberText((text) => {
  if (!json.test(text) && !text.includes("\\n")) return text;
  if (toolName.test(text) && toolArguments.test(text)) return "";
  return text.replace(
    token,
    (found: string, inner?: string, beforeBare?: string, colon?: string) => {
      if (inner === undefined || colon !== undefined) return "\n".repeat(found.length);
      if (beforeBare !== undefined) {
        return `\n${inner.replaceAll("_", " ")}:${" ".repeat(beforeBare.length)}`;
      }
      const plain = inner
        .replace(/\\[nrt]/g, "\n\n")
        .replace(/\\u[\da-f]{4}/gi, "      ")
        .replace(/\\./g, "  ");
      return bareValue.test(inner) ? ` ${plain}\n` : `\n${plain}\n`;
    },
  );
});

/** The sentences of the spoken text. */
export function spokenSentences(message: Pick<Message, "text">): readonly Sentence[] {
  return splitSentences(spokenText(message));
}
