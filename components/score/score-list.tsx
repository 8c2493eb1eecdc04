import type { ScoreView } from "@/lib/pages/case/case-page-model";
import { formatCounted } from "@/lib/format/format";
import { groupScores } from "@/lib/format/scores/group-scores";
import { ScoreItem } from "./score-item";

/**
 * Scores with reason and evidence. Imported scores are beside ours of the same target; those without one of
 * ours are folded.
 */
export function ScoreList({ scores }: { scores: readonly ScoreView[] }) {
  if (scores.length === 0) return null;
  const { own, rest } = groupScores(scores);
  return (
    <div className="grid gap-2">
      {own.length === 0 ? null : (
        <ul className="grid gap-2">
          {own.map(({ score, others }) => (
            <li key={score.key} className="grid gap-1.5">
              <ScoreItem score={score} />
              {others.length === 0 ? null : (
                <ul
                  className="grid gap-1.5 border-l-2 border-border pl-2"
                  aria-label={`What others say of the same: ${score.name}`}
                >
                  {others.map((other) => (
                    <li key={other.key}>
                      <ScoreItem score={other} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
      {rest.length === 0 ? null : (
        <details>
          <summary className="text-secondary text-text-faint">
            {formatCounted(rest.length, "score")} from others
          </summary>
          <ul className="grid gap-2 pt-2">
            {rest.map((score) => (
              <li key={score.key}>
                <ScoreItem score={score} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
