import type { ScoreView } from "@/lib/pages/case/case-page-model";
import { formatScore } from "@/lib/format/format";
import { scoreSource } from "@/lib/format/scores/score-source";
import { LabelControl } from "../label/label-control";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { QuotationList } from "./quotation-list";

/** One score: source, value, reason and quotes. */
export function ScoreItem({ score }: { score: ScoreView }) {
  const { evaluator, name, place, about, because, accuracy, aboutHref, quotations } = score;
  const source = scoreSource(score);
  return (
    <div className="grid gap-0.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span
          className="[overflow-wrap:anywhere] first-letter:uppercase"
          title={`${evaluator}, ${source}`}
        >
          {name}{" "}
          <span className="text-axis text-text-faint">
            {[source, about, accuracy ?? ""].filter((words) => words !== "").join(" · ")}
          </span>
        </span>
        <ScoreValue score={score} />
      </div>
      <p className="text-secondary text-pretty text-text-muted [overflow-wrap:anywhere]">
        <MaskedText text={because} />
      </p>
      {quotations.length === 0 ? (
        <AboutLink href={score.status === "scored" ? aboutHref : null} />
      ) : (
        <QuotationList quotations={quotations} />
      )}
      {place === null ? null : (
        <LabelControl target={{ place, evaluator }} name={nameWords(score)} />
      )}
    </div>
  );
}

/** A score without quotes links to its target. */
function AboutLink({ href }: { href: string | null }) {
  if (href === null) return null;
  return (
    <p className="text-secondary">
      <a className="inline-flex min-h-6 items-center pr-6 text-link hover:underline" href={href}>
        what it is about
      </a>
    </p>
  );
}

/** "Contact resolved, message 3: 0.83 likely resolved" */
function nameWords({ name, about, status, value, reading }: ScoreView): string {
  const what = about === "" ? name : `${name}, ${about}`;
  const says = value === null ? status.replace("-", " ") : formatScore(value);
  return `${what}: ${reading === null ? says : `${says} ${reading.says}`}`;
}

function ScoreValue({ score: { status, value, reading } }: { score: ScoreView }) {
  if (status === "not-applicable") return <StatusBadge tone="none" label="not applicable" />;
  if (value === null) return <StatusBadge tone="none" label="not scorable" />;
  if (reading === null) return <span className="font-semibold">{formatScore(value)}</span>;
  const label = `${formatScore(value)} ${reading.says}`;
  return <StatusBadge tone={reading.tone} label={label} variant="bare" />;
}
