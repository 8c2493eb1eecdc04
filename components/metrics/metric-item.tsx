import type { MetricEntry } from "@/lib/analytics/words/metrics-model";
import { MetricFacts } from "./metric-facts";

/** One metric: its question, figure, numerator and denominator. */
export function MetricItem({ entry }: { entry: MetricEntry }) {
  const { id, name, question, value, interval, basis, maturity } = entry;
  return (
    <li
      id={id}
      className="grid gap-x-6 gap-y-2 border-t border-border px-4 py-3 break-inside-avoid roomy:grid-cols-[minmax(0,1fr)_240px]"
    >
      <div className="grid content-start gap-0.5">
        <h3 className="font-semibold">{name}</h3>
        <p className="max-w-prose text-text-muted">{question}</p>
      </div>
      <div className="tabular-nums roomy:row-span-2">
        <p className="text-figure font-semibold">{value}</p>
        <ul className="text-secondary text-text-muted">
          {[interval, basis, maturity].filter(Boolean).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
      <MetricFacts entry={entry} />
    </li>
  );
}
