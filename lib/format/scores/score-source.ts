import type { ScoreView } from "./score-view";

/** The source of a score: "v3" (ours), "imported", or "LLM judge small, rubric v1". */
export function scoreSource({ version, judge }: Pick<ScoreView, "version" | "judge">): string {
  if (version === "imported") return version;
  if (judge === null) return `v${String(version)}`;
  const words = `LLM judge ${judge.model}, rubric v${String(version)}`;
  return judge.isStale ? `${words}, of words that have changed since` : words;
}
