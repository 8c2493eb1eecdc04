import type { CalibrationView } from "@/lib/pages/quality/quality-model";
import { formatCount } from "@/lib/format/format";

const size = 160;
const edge = 8;

/** Calibration: stated probability against observed frequency. */
export function CalibrationChart({ view }: { view: CalibrationView }) {
  const { dataSet, bins, summary } = view;
  const most = Math.max(...bins.map(({ rows }) => rows));
  return (
    <figure className="grid content-start gap-1">
      <figcaption className="text-secondary text-text-muted">
        {dataSet}: {summary}
      </figcaption>
      <svg
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${String(size)} ${String(size)}`}
        className="w-40 border border-border bg-panel"
      >
        <line
          x1={place(0)}
          y1={size - place(0)}
          x2={place(1)}
          y2={size - place(1)}
          stroke="var(--chart-axis)"
          strokeDasharray="2 3"
        />
        {bins.map((bin) => (
          <circle
            key={bin.said}
            cx={place(bin.said)}
            cy={size - place(bin.true)}
            r={2 + 4 * Math.sqrt(bin.rows / most)}
            fill="var(--text-muted)"
          />
        ))}
      </svg>
      <details>
        <summary className="text-secondary text-text-faint">Show as table</summary>
        <table className="text-secondary tabular-nums">
          <thead>
            <tr>
              <th scope="col" className="pr-3 text-left font-normal">
                Said
              </th>
              <th scope="col" className="pr-3 text-left font-normal">
                Was so
              </th>
              <th scope="col" className="text-left font-normal">
                Rows
              </th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr key={bin.said}>
                <td className="pr-3">{bin.said.toFixed(2)}</td>
                <td className="pr-3">{bin.true.toFixed(2)}</td>
                <td>{formatCount(bin.rows)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function place(share: number): number {
  return edge + share * (size - 2 * edge);
}
