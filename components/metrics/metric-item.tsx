import Link from "next/link";
import type { ReactNode } from "react";
import type { MetricCases, MetricEntry } from "@/lib/view/metrics-model";

/** One metric: what it asks, its figure, and what that is made of. */
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

function MetricFacts({ entry }: { entry: MetricEntry }) {
  const { id, cases, amount, direction, exclusions, caution, version } = entry;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] content-start items-baseline gap-x-3 text-secondary">
      {amount === null ? null : <Fact name="Tells">{amount}</Fact>}
      {cases.map((each) => (
        <Fact key={each.label} name={each.label}>
          <CasesLink cases={each} />
        </Fact>
      ))}
      {exclusions === null ? null : <Fact name="Left out">{exclusions}</Fact>}
      {caution === null ? null : <Fact name="Mind">{caution}</Fact>}
      <Fact name="Reads">
        {direction}. <code className="font-mono [overflow-wrap:anywhere]">{id}</code>, version{" "}
        {version}
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

function CasesLink({ cases: { words, href } }: { cases: MetricCases }) {
  if (href === null) return words;
  return (
    <Link className="inline-flex min-h-6 items-center text-link hover:underline" href={href}>
      {words}
    </Link>
  );
}
