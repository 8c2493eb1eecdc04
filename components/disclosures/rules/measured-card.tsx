import type { RuleModel } from "@/lib/pages/disclosures/rules/rules-model";
import { Card } from "@/components/ui/card";

/** How right a rule was on labelled examples and in the eyes of reviewers. */
export function MeasuredCard({
  measured,
  measuredOn,
  reviewed,
}: Pick<RuleModel, "measured" | "measuredOn" | "reviewed">) {
  return (
    <Card title="How right it was">
      {measuredOn === "" ? null : <p className="text-text-muted">{measuredOn}</p>}
      {measured.length === 0 ? (
        <p className="text-text-muted">Not measured: there are no labelled examples for it.</p>
      ) : (
        measured.map(({ dataSet, rows, figures }) => (
          <div key={dataSet} className="grid gap-1">
            <dl className="flex flex-wrap gap-x-6 gap-y-1">
              {figures.map(({ name, words }) => (
                <div key={name}>
                  <dt className="text-secondary text-text-faint first-letter:uppercase">{name}</dt>
                  <dd className="font-semibold tabular-nums">{words}</dd>
                </div>
              ))}
            </dl>
            <p className="text-secondary text-pretty text-text-muted">
              On {rows} of the set <code className="font-mono">{dataSet}</code>, which we wrote
              ourselves; expect less on words that others use.
            </p>
          </div>
        ))
      )}
      {reviewed.length === 0 ? (
        <p className="text-text-muted">Reviewers have judged nothing that this version found.</p>
      ) : (
        reviewed.map((sentence) => (
          <p key={sentence} className="text-pretty">
            {sentence}
          </p>
        ))
      )}
    </Card>
  );
}
