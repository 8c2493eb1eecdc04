import { snakeCase } from "@/lib/cases/words/transfer";

/**
 * Whether a tool is one of those that settings name: the same words, whatever stands before them
 * ("crm.addNote" is "add_note").
 */
export function isToolOf(vocabulary: readonly string[], toolName: string): boolean {
  const name = `_${snakeCase(toolName)}`;
  return vocabulary.some((entry) => entry !== "" && name.endsWith(`_${snakeCase(entry)}`));
}
