import { evaluatorEntry } from "@/lib/domain/quality/evaluator-catalogue";
import { wordsFor, type LabelKind } from "@/lib/domain/quality/label";
import { formatScore } from "../format";
import type { LabelChoice, LabelTarget } from "./label-view";

/** The choices for a label on a target. */
export function labelChoices({ place: { kind }, evaluator }: LabelTarget): LabelChoice[] {
  const isItem = kind === "promise" || kind === "fact";
  return [
    { words: "wrong, and no more", answer: { kind: "wrong" } },
    ...(isItem ? [] : valueChoices(evaluator)),
    ...wordsFor(kind).map((word) => ({
      words: labelWord(word, kind),
      answer: { kind: "should-be-word", word } as const,
    })),
    { words: "right", answer: { kind: "right" } },
  ];
}

/** The two ends of the scale; values between are neither yes nor no. */
function valueChoices(evaluator: string): LabelChoice[] {
  const entry = evaluatorEntry(evaluator);
  return [0, 1].map((value) => ({
    words: entry === null ? formatScore(value) : entry.says[value === 0 ? 0 : 2],
    answer: { kind: "should-be-value", value } as const,
  }));
}

/** A status, or a promise's or fact's outcome, as text: "asked again". */
export function labelWord(word: string, kind: LabelKind): string {
  if (word !== "none") return word.replaceAll("-", " ");
  return kind === "promise" ? "no promise" : "no fact";
}
