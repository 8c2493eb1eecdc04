import { isOtherLanguage } from "@/lib/learning/find-language";
import { wordsOf } from "@/lib/learning/words-of";
import type { Row, RowMessage } from "./row";
import type { Scorer } from "./scorer";

/** Wraps a scorer: rows without messages, or not in English, are not scorable. */
export function refuseUnreadable(scorer: Scorer): Scorer {
  return (row) => {
    const because = findObstacle(row);
    return because === null
      ? scorer(row)
      : { id: row.id, status: "not-scorable", value: null, because, evidence: [] };
  };
}

/** Why a row cannot be scored, or null. */
export function findObstacle(row: Row): string | null {
  const parts: readonly (readonly RowMessage[])[] = [
    row.messages,
    ...(row.interactions ?? []).map(({ messages }) => messages),
    row.a ?? [],
    row.b ?? [],
  ];
  const spoken = parts
    .flat()
    .filter(({ role, content }) => role !== "tool" && role !== "system" && wordsOf(content)[0]);
  if (spoken.length === 0) return "Nobody said anything in this row.";
  return isOtherLanguage(spoken.map(({ content }) => content).join("\n"))
    ? "The words are not in English, the only language we can read."
    : null;
}
