import type { Score } from "@/lib/domain/case";
import { evaluatorEntry, readScore, type ScoreBand } from "@/lib/domain/evaluator-catalogue";
import type { ScoreView } from "./score-view";
import { wordsOf, type Tone } from "./wording";

const tones: Readonly<Record<ScoreBand, Tone>> = { good: "pass", middling: "warn", bad: "fail" };

/** Who gave a score and what its value says; somebody else's score is a number and no more. */
export function readingOf({
  evaluator,
  version,
  verdict,
}: Score): Pick<ScoreView, "evaluator" | "version" | "name" | "reading"> {
  const entry = version === "imported" ? null : evaluatorEntry(evaluator);
  if (entry === null) return { evaluator, version, name: wordsOf(evaluator), reading: null };
  if (verdict.status !== "scored") return { evaluator, version, name: entry.words, reading: null };
  const { band, says } = readScore(entry, verdict.value);
  return { evaluator, version, name: entry.words, reading: { tone: tones[band], says } };
}
