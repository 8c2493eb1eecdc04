import type { MetricEntry } from "@/lib/analytics/words/metric-entry-model";
import { alertsHref } from "@/lib/pages/alerts/url";
import { AlertMe } from "../alerts/alert-me";
import { CasesLink, MetricFacts } from "./metric-facts";
import { definition } from "@/lib/pages/metrics/words";

type MetricItemProps = {
  entry: MetricEntry;
  /** Whether its definition shows at first. */
  isOpen: boolean;
  mayAlert: boolean;
};

/** One metric: its question, figure, numerator and denominator. */
export function MetricItem({ entry, isOpen, mayAlert }: MetricItemProps) {
  const { id, name, question, value, interval, basis, spread, maturity } = entry;
  const [counted, ...cases] = entry.cases;
  return (
    <li
      id={id}
      className="grid gap-x-6 gap-y-2 border-t border-border px-4 py-3 break-inside-avoid roomy:grid-cols-[minmax(0,1fr)_240px]"
    >
      <div className="grid content-start gap-0.5">
        <h3 className="font-semibold">{name}</h3>
        <p className="max-w-prose text-text-muted">{question}</p>
        {counted === undefined ? null : (
          <p className="text-secondary">
            {counted.label} <CasesLink cases={counted} />
          </p>
        )}
      </div>
      <div className="tabular-nums roomy:row-span-2">
        <p className="text-figure font-semibold">{value}</p>
        <ul className="text-secondary text-text-muted">
          {[interval, basis, spread, maturity].filter(Boolean).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        {mayAlert ? <AlertMe href={alertsHref({ metric: id })} about={name} /> : null}
      </div>
      <details open={isOpen}>
        <summary className="inline-flex min-h-6 cursor-pointer items-center text-secondary text-link hover:underline">
          {definition.title}
        </summary>
        <MetricFacts entry={{ ...entry, cases }} />
      </details>
    </li>
  );
}
