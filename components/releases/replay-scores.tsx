import type { ReplayItemModel, ReplayScoreView } from "@/lib/pages/releases/item-model";
import { Card } from "../ui/card";
import { ReplayScore } from "./replay-score";

/** A row per evaluator: what it says of each replay, with its evidence. */
export function ReplayScores({ model }: { model: ReplayItemModel }) {
  const { scores, candidate, baseline } = model;
  if (scores.length === 0) return null;
  return (
    <Card
      title="Scores"
      subtitle="Of the last contact that the customer took part in, or of the whole replay; of handoffs the lowest"
      isFlush
    >
      <div className="records">
        <table className="w-full table-fixed">
          <thead>
            <tr>
              <th scope="col" className="w-[18%]">
                Evaluator
              </th>
              <th scope="col">{candidate.name}</th>
              {baseline === null ? null : <th scope="col">{baseline.name}</th>}
            </tr>
          </thead>
          <tbody>
            {scores.map((row) => (
              <tr key={row.evaluator} className="align-top">
                <td data-wide="" className="py-2 [overflow-wrap:anywhere]">
                  <span className="font-semibold first-letter:uppercase">{row.name}</span>
                  <span className="block text-axis text-text-faint">{row.accuracy}</span>
                </td>
                <Cell name={candidate.name} score={row.candidate} />
                {baseline === null ? null : <Cell name={baseline.name} score={row.baseline} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Cell({ name, score }: { name: string; score: ReplayScoreView | null }) {
  return (
    <td data-wide="" data-label={name} className="py-2">
      {score === null ? (
        <span className="text-text-faint">says nothing of it</span>
      ) : (
        <ReplayScore score={score} />
      )}
    </td>
  );
}
