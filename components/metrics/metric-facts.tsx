import Link from "next/link";
import type { ReactNode } from "react";
import type { MetricCases, MetricEntry } from "@/lib/analytics/words/metric-entry-model";
import { definition } from "@/lib/pages/metrics/words";

/** What a metric counts, out of what, and how to read it. */
export function MetricFacts({ entry }: { entry: MetricEntry }) {
  const { id, cases, summed, range, direction, exclusions, caution, version, adjusted } = entry;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] content-start items-baseline gap-x-3 text-secondary">
      {summed === null ? null : <Fact name={definition.measures}>{summed}</Fact>}
      {cases.map((each) => (
        <Fact key={each.label} name={each.label}>
          <CasesLink cases={each} />
        </Fact>
      ))}
      {range === null ? null : <Fact name={definition.range}>{range}</Fact>}
      {exclusions === null ? null : <Fact name={definition.exclusions}>{exclusions}</Fact>}
      {adjusted.length === 0 ? null : <Fact name={definition.adjusted}>{adjusted.join(" ")}</Fact>}
      {caution === null ? null : <Fact name={definition.caution}>{caution}</Fact>}
      <Fact name={definition.direction}>
        {direction}. <code className="font-mono [overflow-wrap:anywhere]">{id}</code>
        {definition.version(version)}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-text-faint">{name}</dt>
      <dd className="py-0.5">{children}</dd>
    </>
  );
}

/** How many cases are counted, as a link to them where there are any. */
export function CasesLink({ cases: { words, href } }: { cases: MetricCases }) {
  if (href === null) return words;
  return (
    <Link className="inline-flex min-h-6 items-center text-link hover:underline" href={href}>
      {words}
    </Link>
  );
}
