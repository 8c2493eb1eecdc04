import type { ScoreView } from "@/lib/view/case-page-model";
import { formatCounted, formatScore } from "@/lib/view/format";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { QuotationLink } from "./quotation-link";

/** Scores with reason and evidence; those that came inside the traces are folded and kept apart. */
export function ScoreList({ scores }: { scores: readonly ScoreView[] }) {
  const own = scores.filter((score) => score.version !== "imported");
  const imported = scores.filter((score) => score.version === "imported");
  if (scores.length === 0) return null;
  return (
    <div className="grid gap-2">
      <Scores scores={own} />
      {imported.length === 0 ? null : (
        <details>
          <summary className="text-secondary text-text-faint">
            {formatCounted(imported.length, "score")} from inside the traces
          </summary>
          <div className="pt-2">
            <Scores scores={imported} />
          </div>
        </details>
      )}
    </div>
  );
}

function Scores({ scores }: { scores: readonly ScoreView[] }) {
  if (scores.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {scores.map((score) => (
        <li key={score.key}>
          <Score score={score} />
        </li>
      ))}
    </ul>
  );
}

function Score({ score }: { score: ScoreView }) {
  const { evaluator, name, version, about, because, quotations } = score;
  const source = version === "imported" ? "imported" : `v${version}`;
  return (
    <div className="grid gap-0.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span className="first-letter:uppercase" title={`${evaluator}, ${source}`}>
          {name}{" "}
          <span className="text-axis text-text-faint">
            {about === "" ? source : `${source} · ${about}`}
          </span>
        </span>
        <ScoreValue score={score} />
      </div>
      <p className="text-secondary text-pretty text-text-muted [overflow-wrap:anywhere]">
        <MaskedText text={because} />
      </p>
      {quotations.length === 0 ? null : (
        <ul className="grid gap-0.5 text-secondary [overflow-wrap:anywhere]">
          {quotations.map((quotation, index) => (
            <li key={index}>
              <QuotationLink quotation={quotation} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ScoreValue({ score: { status, value, reading } }: { score: ScoreView }) {
  if (status === "not-applicable") return <StatusBadge tone="none" label="not applicable" />;
  if (value === null) return <StatusBadge tone="none" label="not scorable" />;
  if (reading === null) return <span className="font-semibold">{formatScore(value)}</span>;
  const label = `${formatScore(value)} ${reading.says}`;
  return <StatusBadge tone={reading.tone} label={label} variant="bare" />;
}
