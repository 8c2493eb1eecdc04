import type { MetricsModel } from "@/lib/pages/metrics/metrics-model";

/** Metrics that cannot be computed yet, each with what is missing. */
export function MissingMetricList({ metrics }: { metrics: MetricsModel["missing"] }) {
  return (
    <ul>
      {metrics.map(({ id, name, question, missing }) => (
        <li
          key={id}
          id={id}
          className="grid gap-x-6 gap-y-0.5 border-t border-border px-4 py-2 break-inside-avoid roomy:grid-cols-2"
        >
          <div>
            <h3 className="font-semibold">{name}</h3>
            <p className="text-text-muted">{question}</p>
          </div>
          <p className="text-secondary text-text-muted">{missing}</p>
        </li>
      ))}
    </ul>
  );
}
