import { speakerOf } from "@/lib/domain/trace/speaker";

const roleLine =
  /^(?:#{1,4} |\*\*)?(system|user|human|customer|assistant|agent|bot|ai|model|tool|developer)(?:\*\*)?:(?:\*\*)? ?/i;

type RoleLine = { readonly role: string; content: string };

/**
 * Splits "user: hello\nassistant: hi" into messages; lines without a role continue the one before.
 * @param role the speaker if the text does not begin with a role
 */
export function splitRoleLines(text: string, role: string): RoleLine[] {
  if (!roleLine.test(text)) return [{ role, content: text }];
  const messages: RoleLine[] = [];
  for (const line of text.split("\n")) {
    const begin = roleLine.exec(line);
    const last = messages.at(-1);
    if (begin !== null) {
      messages.push({
        role: (begin[1] ?? role).toLowerCase(),
        content: line.slice(begin[0].length),
      });
    } else if (last !== undefined) {
      last.content += `\n${line}`;
    }
  }
  return messages;
}

/** What marks each message in the prompts of open models: ChatML, Llama 3, Gemma, Zephyr and Phi. */
const marked: readonly RegExp[] = [
  /<\|im_start\|>(\w{1,20})\n([\s\S]*?)(?:<\|im_end\|>|$)/g,
  /<\|start_header_id\|>(\w{1,20})<\|end_header_id\|>\s*([\s\S]*?)(?:<\|eot_id\|>|$)/g,
  /<start_of_turn>(\w{1,20})\n([\s\S]*?)(?:<end_of_turn>|$)/g,
  /<\|(system|user|assistant)\|>\s*([\s\S]*?)(?:<\/s>|<\|end\|>|(?=<\|(?:system|user|assistant)\|>)|$)/g,
];

function markedMessages(text: string): RoleLine[] {
  if (!text.includes("<")) return [];
  for (const pattern of marked) {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) continue;
    return found.map(([, role = "", content = ""]) => ({ role: role.toLowerCase(), content }));
  }
  return [];
}

/** A prompt written as one text with a role before each message; null unless two parties speak in it. */
export function dialogueOf(text: string): RoleLine[] | null {
  const inMarks = markedMessages(text);
  const lines = inMarks.length > 0 ? inMarks : splitRoleLines(text.trim(), "");
  const speakers = new Set(lines.map(({ role }) => speakerOf(role)));
  return lines.length > 1 && speakers.size > 1 && !speakers.has(null) ? trimmed(lines) : null;
}

/** Messages that were each made text: LlamaIndex's `str(message)` is "user: hello". */
export function messagesOfLines(lines: readonly unknown[]): RoleLine[] | null {
  const texts = lines.filter((line) => typeof line === "string");
  if (texts.length === 0 || texts.length < lines.length) return null;
  const begins = texts.map((text) => roleLine.exec(text));
  if (begins.some((begin) => begin === null)) return null;
  return trimmed(
    texts.map((text, at) => ({
      role: (begins[at]?.[1] ?? "").toLowerCase(),
      content: text.slice(begins[at]?.[0].length ?? 0),
    })),
  );
}

function trimmed(lines: readonly RoleLine[]): RoleLine[] {
  return lines.map(({ role, content }) => ({ role, content: content.trim() }));
}
