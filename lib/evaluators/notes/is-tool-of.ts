import { snakeCase } from "@/lib/cases/words/transfer";
import { remember } from "../remember";

/**
 * Whether a tool is one of those named in settings: the same words, ignoring a prefix ("crm.addNote" is "add_note").
 */
export function isToolOf(vocabulary: readonly string[], toolName: string): boolean {
  const name = `_${snakeCase(toolName)}`;
  return endingsOf(vocabulary).some((ending) => name.endsWith(ending));
}

const endingsOf = remember((vocabulary: readonly string[]) =>
  vocabulary.filter((entry) => entry !== "").map((entry) => `_${snakeCase(entry)}`),
);
