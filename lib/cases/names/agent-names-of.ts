import type { CaseSpan } from "@/lib/domain/case/case";
import { namesOfAgent } from "@/lib/domain/privacy/agent-names";

/** The names that the instructions of a case's spans give its agents, in an order that depends on the names alone. */
export function agentNamesOf(
  spans: readonly Pick<CaseSpan, "system" | "input">[],
): readonly string[] {
  const texts = new Set<string>();
  for (const { system, input } of spans) {
    if (system !== null) texts.add(system);
    if (input === null || typeof input === "string") continue;
    for (const { speaker, text } of input) if (speaker === "system") texts.add(text);
  }
  const names = new Set<string>();
  for (const text of texts) for (const name of namesOfAgent(text)) names.add(name);
  return [...names].sort();
}
