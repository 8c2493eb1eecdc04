import { isRedaction } from "@/lib/domain/trace/is-redaction";
import type { Content } from "@/lib/domain/trace/reading";

/** True if the whole content is a redactor's placeholder. */
export function isRedacted(content: Content | null): boolean {
  if (content === null) return false;
  if (typeof content === "string") return isRedaction(content);
  return content.length > 0 && content.every((utterance) => isRedaction(utterance.text));
}

/** Separates the instructions at the beginning of a conversation. */
export function liftSystem(content: Content | null): {
  readonly system: string | null;
  readonly content: Content | null;
} {
  if (content === null || typeof content === "string") return { system: null, content };
  let count = 0;
  while (content[count]?.speaker === "system") count += 1;
  if (count === 0) return { system: null, content };
  const system = content
    .slice(0, count)
    .map((utterance) => utterance.text)
    .join("\n");
  return { system, content: content.slice(count) };
}
