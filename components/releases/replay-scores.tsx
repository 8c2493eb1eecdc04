import Link from "next/link";
import { formatCounted } from "@/lib/format/format";
import type {
  ReplayItemModel,
  ReplayScoreView,
  ScoreRowView,
} from "@/lib/pages/releases/item-model";
import { Card } from "../ui/card";
import { ReplayScore } from "./replay-score";

/** A row per evaluator: what it says of each replay, with its evidence. */
export function ReplayScores({ model }: { model: ReplayItemModel }) {
  const { scores, unscored } = model;
  if (scores.length + unscored.length === 0) return null;
  return (
    <Card
      title="Scores"
      subtitle="Of the last contact that the customer took part in, or of the whole replay; of handoffs the lowest"
      isFlush
    >
      {scores.length === 0 ? null : <ScoreTable rows={scores} model={model} />}
      {unscored.length === 0 ? null : (
        <details className="border-t border-border">
          <summary className="px-4 py-2 text-secondary text-text-muted hover:bg-hover">
            {formatCounted(unscored.length, "evaluator scores", "evaluators score")} neither
          </summary>
          <ScoreTable rows={unscored} model={model} />
        </details>
      )}
    </Card>
  );
}

type ScoreTableProps = { rows: readonly ScoreRowView[]; model: ReplayItemModel };

function ScoreTable({ rows, model: { candidate, baseline } }: ScoreTableProps) {
  return (
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
          {rows.map((row) => (
            <tr key={row.evaluator}>
              <td data-wide="" className="py-2 align-top font-semibold [overflow-wrap:anywhere]">
                <EvaluatorName row={row} />
              </td>
              <Cell name={candidate.name} score={row.candidate} />
              {baseline === null ? null : <Cell name={baseline.name} score={row.baseline} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EvaluatorName({ row: { name, href } }: { row: ScoreRowView }) {
  if (href === null) return name;
  return (
    <Link
      className="inline-flex min-h-6 items-center text-link hover:underline"
      href={href}
      prefetch={false}
    >
      {name}
    </Link>
  );
}

function Cell({ name, score }: { name: string; score: ReplayScoreView | null }) {
  return (
    <td data-wide="" data-label={name} className="py-2 align-top">
      {score === null ? (
        <span className="text-text-faint">says nothing of it</span>
      ) : (
        <ReplayScore score={score} />
      )}
    </td>
  );
}
