import type { CaseSpan } from "@/lib/domain/case/case";
import type { Content } from "@/lib/domain/trace/reading";
import { lettersOf } from "./heard-text";

/**
 * Spans of text that a voice service spoke and no model wrote: greetings, reminders. What a model wrote is said by the
 * model's answer.
 */
export function findOwnSpeech(spans: readonly CaseSpan[]): ReadonlySet<CaseSpan> {
  const synthesised = spans.filter(isSynthesis);
  if (synthesised.length === 0) return new Set();
  const models = spans.filter(({ part }) => part === "history" || part === "turn");
  if (models.length === 0) return new Set();
  const written = lettersOf(models.map(({ output }) => textOf(output)).join(" "));
  return new Set(
    synthesised.filter(({ input }) => {
      const letters = lettersOf(textOf(input));
      return letters !== "" && !written.includes(letters);
    }),
  );
}

/** A span with nothing but an agent's words as its input. */
function isSynthesis({ kind, part, input, output }: CaseSpan): boolean {
  if (kind !== "other" || part !== "summary" || output !== null || typeof input === "string") {
    return false;
  }
  return input !== null && input.every(({ speaker }) => speaker === "agent");
}

function textOf(content: Content | null): string {
  if (content === null || typeof content === "string") return content ?? "";
  return content.map(({ text }) => text).join(" ");
}
