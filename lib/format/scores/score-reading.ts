import type { Score } from "@/lib/domain/case/case";
import {
  evaluatorEntry,
  readScore,
  type ScoreBand,
} from "@/lib/domain/quality/evaluator-catalogue";
import { counterpartOf } from "@/lib/domain/quality/published-evaluators";
import type { ScoreView } from "./score-view";
import { slugWords, type Tone } from "../wording";

const tones: Readonly<Record<ScoreBand, Tone>> = { good: "pass", middling: "warn", bad: "fail" };

/** A score's source and reading; an imported score is only a number. */
export function readingOf({
  evaluator,
  version,
  verdict,
}: Score): Pick<ScoreView, "evaluator" | "version" | "name" | "reading" | "question"> {
  const isImported = version === "imported";
  const question = isImported ? (counterpartOf(evaluator)?.evaluator ?? null) : evaluator;
  const entry = isImported ? null : evaluatorEntry(evaluator);
  const name = entry?.words ?? slugWords(evaluator);
  const by = { evaluator, version, name, question };
  if (entry === null || verdict.status !== "scored") return { ...by, reading: null };
  const { band, says } = readScore(entry, verdict.value);
  return { ...by, reading: { tone: tones[band], says } };
}
