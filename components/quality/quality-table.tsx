import Link from "next/link";
import { formatCount } from "@/lib/format/format";
import type { QualityRow } from "@/lib/pages/quality/quality-model";
import { StatusBadge } from "../ui/status-badge";
import { ScoreBars } from "./score-bars";

type QualityTableProps = {
  rows: readonly QualityRow[];
  /** No accuracy for imported scores and for extractors, which give none. */
  shows: "accuracy" | "scores" | "both";
};

/** A row per evaluator: question, accuracy, scores in this workspace. */
export function QualityTable({ rows, shows }: QualityTableProps) {
  const [hasAccuracy, hasScores] = [shows !== "scores", shows !== "accuracy"];
  return (
    <div className="records">
      <table>
        <thead>
          <tr>
            <th scope="col">Evaluator</th>
            {hasAccuracy ? <th scope="col">Accuracy on labels</th> : null}
            {hasScores ? (
              <>
                <th scope="col">Scores here</th>
                <th scope="col" data-number="">
                  Scored
                </th>
                <th scope="col" data-number="">
                  Not scorable
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.evaluator}>
              <td data-wide="">
                <EvaluatorCell row={row} />
              </td>
              {hasAccuracy ? (
                <td data-wide="">
                  <AccuracyCell row={row} />
                </td>
              ) : null}
              {hasScores ? <ScoreCells row={row} /> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ScoreCells({ row }: { row: QualityRow }) {
  return (
    <>
      <td data-wide="" data-label="Scores here">
        {row.distribution === null ? (
          <span className="text-secondary text-text-faint">none</span>
        ) : (
          <ScoreBars distribution={row.distribution} />
        )}
      </td>
      <td data-number="" data-label="Scored">
        {formatCount(row.scored)}
      </td>
      <td data-number="" data-label="Not scorable">
        {row.unscoredShare}
      </td>
    </>
  );
}

function EvaluatorCell({ row: { name, version, question, href } }: { row: QualityRow }) {
  return (
    <span className="grid py-1">
      <span className="first-letter:uppercase [overflow-wrap:anywhere]">
        {href === "" ? (
          name
        ) : (
          <Link className="text-link hover:underline" href={href} prefetch={false}>
            {name}
          </Link>
        )}{" "}
        <span className="text-axis text-text-faint">{version}</span>
      </span>
      <span className="max-w-[52ch] text-secondary text-pretty text-text-muted">{question}</span>
    </span>
  );
}

function AccuracyCell({ row: { accuracy, detector } }: { row: QualityRow }) {
  if (accuracy.length === 0)
    return <StatusBadge tone="none" label="accuracy not measured" variant="bare" />;
  return (
    <ul className="grid gap-1 py-1">
      {accuracy.map(({ figures, on, isMet }, index) => (
        <li key={index}>
          <span className="flex flex-wrap gap-x-2">
            {figures.map(({ figure, interval }) => (
              <span key={figure} className="flex flex-wrap gap-x-2">
                <span className="font-semibold">
                  {detector === null ? figure : `its detector’s ${figure}`}
                </span>
                <span className="text-secondary text-text-muted">{interval}</span>
              </span>
            ))}
            {isMet === false ? (
              <StatusBadge tone="warn" label="below what is asked for" variant="bare" />
            ) : null}
          </span>
          <span className="text-secondary text-text-faint">{on}</span>
        </li>
      ))}
    </ul>
  );
}
