import { wordsOf } from "@/lib/learning/words-of";
import type { DataRow } from "./data-sets";

const personalKey =
  /"(?:first_name|last_name|full_name|name|address\d?|city|state|zip|country|email|phone|phone_number|date_of_birth|dob|user_id)"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
const personalArgument =
  /first_name|last_name|zip|email|phone|address|date_of_birth|dob|full_name|user_id/;

/**
 * The words that a conversation's tool calls identify as a name, address, number or birth date, for rows without
 * annotation.
 */
export function personalWords(row: DataRow): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string) => {
    for (const word of wordsOf(text)) words.add(word);
  };
  for (const { content, role, tool_calls } of row.messages) {
    if (role === "tool" || content.trimStart().startsWith("{")) {
      for (const match of content.matchAll(personalKey)) add(match[1] ?? "");
    }
    for (const call of tool_calls ?? []) {
      const given = call.arguments;
      if (typeof given !== "object" || given === null) continue;
      for (const [key, value] of Object.entries(given)) {
        if (personalArgument.test(key) && typeof value === "string") add(value);
      }
    }
  }
  return words;
}
