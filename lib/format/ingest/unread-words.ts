import type { WordsReading } from "@/lib/domain/settings/settings";
import type { UnreadWords, WordKeySuggestion } from "@/lib/domain/settings/settings-suggestions";
import { formatCount, formatCounted } from "../format";

/**
 * What a command says of text that nothing reads and of roles that nobody knows.
 * @param oneSided cases without words of the customer, or of an agent
 * @returns lines; none where there is nothing to mend
 */
export function unreadWordsLines(oneSided: number, { spans, keys, roles }: UnreadWords): string[] {
  const without =
    oneSided === 0
      ? ""
      : `, and ${formatCounted(oneSided, "case lacks", "cases lack")} the words of one side or both`;
  return [
    ...(keys.length === 0
      ? []
      : [
          `${formatCounted(spans, "span carries", "spans carry")} text that we don’t read${without}. Keys with text: ${keys.map(keyWords).join(", ")}. Have them read as words under Settings.`,
        ]),
    ...(roles.length === 0
      ? []
      : [
          `Roles that we don’t know, shown as the agent: ${roles.map(({ role, messages }) => `${role} (${formatCounted(messages, "message")})`).join(", ")}. Say under Settings who speaks.`,
        ]),
  ];
}

function keyWords({ key, spans, guess }: WordKeySuggestion): string {
  const likely = guess === null ? "" : `, likely ${readingWords(guess)}`;
  return `${key} (${formatCount(spans)}${likely})`;
}

/** How text is read: "the agent's words". */
export function readingWords(reading: WordsReading): string {
  switch (reading.by) {
    case "customer":
      return "the customer’s words";
    case "agent":
      return "the agent’s words";
    case "role":
      return `messages with their role in ${reading.roleKey}`;
  }
}
