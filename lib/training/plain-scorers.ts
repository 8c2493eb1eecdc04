import type { Row } from "@/lib/scoring/row";
import type { ScoreLine } from "@/lib/scoring/score-line";
import type { Scorer } from "@/lib/scoring/scorer";

/** Baselines without knowledge, for comparison. */
export const plainScorers: readonly { readonly name: string; readonly scorer: Scorer }[] = [
  { name: "constant", scorer: (row) => lineOf(row, 0.5) },
  // Shorter is better: hard to beat on some sets.
  { name: "length", scorer: (row) => lineOf(row, 1 / (1 + countWords(row) / 200)) },
];

function lineOf({ id }: Row, value: number): ScoreLine {
  return { id, status: "scored", value, because: "", evidence: [] };
}

function countWords(row: Row): number {
  const messages = [
    ...row.messages,
    ...(row.interactions ?? []).flatMap((contact) => contact.messages),
    ...(row.a ?? []),
    ...(row.b ?? []),
  ];
  return messages.reduce((sum, { content }) => sum + content.split(/\s+/).length, 0);
}
