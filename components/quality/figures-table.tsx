import type { FigureView, MeasuredSetView } from "@/lib/pages/quality/quality-model";
import { StatusBadge } from "../ui/status-badge";

/** Metrics on one label set beside the required value and a no-skill baseline. */
export function FiguresTable({ set: { dataSet, label, rows, figures } }: { set: MeasuredSetView }) {
  return (
    <div className="records">
      <table>
        <caption className="px-3 pt-2 pb-1 text-left stacked:block">
          <span className="first-letter:uppercase">{label}</span>{" "}
          <span className="text-secondary text-text-faint">
            {dataSet}, {rows}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" data-number="">
              Ours
            </th>
            <th scope="col" data-number="">
              95 %
            </th>
            <th scope="col" data-number="">
              On masked words
            </th>
            <th scope="col">Asked for</th>
            <th scope="col">Scorers that know nothing</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.name}>
              <td>{figure.name}</td>
              <td data-number="" data-lead="">
                <span className="font-semibold">{figure.value}</span>
              </td>
              <td data-number="" data-wide="" data-label="95 %">
                {figure.interval}
              </td>
              <td data-number="" data-wide="" data-label="On masked words">
                {figure.masked}
              </td>
              <td data-wide="" data-label="Asked for">
                <Threshold figure={figure} />
              </td>
              <td data-wide="" data-label="Scorers that know nothing">
                <span className="text-secondary text-text-muted">
                  {figure.plain === "" ? "–" : figure.plain}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Threshold({ figure: { isMet, must } }: { figure: FigureView }) {
  if (isMet === null) return <span className="text-text-faint">–</span>;
  return isMet ? (
    <StatusBadge tone="pass" label={`at least ${must}`} variant="bare" />
  ) : (
    <StatusBadge tone="fail" label={`below ${must}`} variant="bare" />
  );
}
