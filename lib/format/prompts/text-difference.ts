import { formatCounted } from "../format";
import { diffPrompts, type DiffPart } from "./prompt-diff";

/** How two prompts' texts differ, line by line. */
export type TextDifference = {
  readonly isSame: boolean;
  /** "2 lines added, 1 line removed" */
  readonly words: string;
  readonly parts: readonly DiffPart[];
};

/** Compares two prompts' texts; spaces around them do not count. */
export function textDifference(candidate: string, baseline: string): TextDifference {
  const [own, other] = [candidate.trim(), baseline.trim()];
  const parts = diffPrompts(own, other);
  const count = (kind: "added" | "removed") => parts.filter((part) => part.kind === kind).length;
  const [added, removed] = [count("added"), count("removed")];
  const counts =
    added === removed
      ? `${formatCounted(added, "line")} changed`
      : `${formatCounted(added, "line")} added, ${formatCounted(removed, "line")} removed`;
  const isSame = own === other;
  return { isSame, words: isSame ? "the same in both" : counts, parts };
}
