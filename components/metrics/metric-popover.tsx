import Link from "next/link";
import type { MetricEntry } from "@/lib/analytics/words/metric-entry-model";
import { AlertMe } from "../alerts/alert-me";
import { MetricFacts } from "./metric-facts";
import { definition } from "@/lib/pages/metrics/words";

type MetricPopoverProps = {
  about: MetricEntry;
  /** On the figure that is shown: its change, how many cases are undecided; "" is left out. */
  notes?: readonly string[];
  /** The form of a new alert on it; null: the viewer has none. */
  alertHref?: string | null;
};

/** A metric's definition in a native popover; works without JavaScript. */
export function MetricPopover({ about, notes = [], alertHref = null }: MetricPopoverProps) {
  const id = `about-${about.id}`;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="inline-flex min-h-6 flex-none items-center text-secondary text-link hover:underline print:hidden"
        aria-label={definition.of(about.name)}
      >
        {definition.title}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={about.name}
        className="m-auto w-[min(560px,calc(100vw-32px))] rounded-card border border-border-strong bg-panel p-4 text-text"
      >
        <h3 className="font-semibold">{about.name}</h3>
        <p className="mb-2 text-text-muted">{about.question}</p>
        {notes.filter(Boolean).map((words) => (
          <p key={words} className="mb-2 text-secondary">
            {words}.
          </p>
        ))}
        <MetricFacts entry={about} />
        <p className="mt-2 flex flex-wrap items-center gap-x-4 text-secondary">
          <Link
            className="inline-flex min-h-6 items-center text-link hover:underline"
            href={about.dictionaryHref}
            prefetch={false}
          >
            {definition.allMetrics}
          </Link>
          {alertHref === null ? null : <AlertMe href={alertHref} about={about.name} />}
        </p>
      </div>
    </>
  );
}
