import type { EvaluatorView } from "@/lib/pages/data-health/data-health-model";
import { formatCount } from "@/lib/format/format";
import { languagesRead } from "@/lib/format/pii-words";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";
import { Card } from "@/components/ui/card";
import { MaskedText } from "@/components/ui/masked-text";

/** Unscored targets per evaluator, with reasons. */
export function EvaluatorsCard({ evaluators }: { evaluators: readonly EvaluatorView[] }) {
  if (evaluators.length === 0) return null;
  return (
    <Card
      title="What could not be scored"
      subtitle="Verdicts that were due but could not be given, of the latest 50,000"
      isFlush
    >
      <div className="records">
        <table>
          <thead>
            <tr>
              <th scope="col">Evaluator</th>
              <th scope="col">Why not</th>
              <th scope="col" data-number="">
                Not scored
              </th>
              <th scope="col" data-number="">
                Scored
              </th>
              <th scope="col" data-number="">
                Not applicable
              </th>
            </tr>
          </thead>
          <tbody>
            {evaluators.map((view) => (
              <EvaluatorRow key={view.key} view={view} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="p-3 text-secondary text-text-muted">{languagesRead}</p>
    </Card>
  );
}

function EvaluatorRow({ view }: { view: EvaluatorView }) {
  return (
    <tr>
      <td>
        <span className="block first-letter:uppercase [overflow-wrap:anywhere]">
          {evaluatorName(view.evaluator)}{" "}
          <span className="text-axis text-text-faint">{view.version}</span>
        </span>
      </td>
      <td data-wide="">
        <ul className="text-secondary text-text-muted [overflow-wrap:anywhere]">
          {view.reasons.map(({ because, count }) => (
            <li key={because}>
              <MaskedText text={because} />{" "}
              <span className="whitespace-nowrap text-text-faint">× {formatCount(count)}</span>
            </li>
          ))}
        </ul>
      </td>
      <td data-number="" data-label="Not scored">
        <span className="font-semibold">{view.unscoredShare}</span>
      </td>
      <td data-number="" data-label="Scored">
        {formatCount(view.scored)}
      </td>
      <td data-number="" data-label="Not applicable">
        {formatCount(view.notApplicable)}
      </td>
    </tr>
  );
}
