import Link from "next/link";
import type { MetricEntry } from "@/lib/analytics/words/metrics-model";
import { MetricFacts } from "./metric-facts";

/** A metric's definition in a native popover; works without JavaScript. */
export function MetricPopover({ about }: { about: MetricEntry }) {
  const id = `about-${about.id}`;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="inline-flex min-h-6 flex-none items-center text-secondary text-link hover:underline print:hidden"
        aria-label={`How ${about.name} is counted`}
      >
        Defined
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
        <MetricFacts entry={about} />
        <p className="mt-2 text-secondary">
          <Link
            className="inline-flex min-h-6 items-center text-link hover:underline"
            href={`/metrics#${about.id}`}
            prefetch={false}
          >
            All metrics
          </Link>
        </p>
      </div>
    </>
  );
}
