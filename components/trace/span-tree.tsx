import Link from "next/link";
import { Fragment } from "react";
import { formatCounted } from "@/lib/format/format";
import type { TracePageModel } from "@/lib/pages/trace/trace-page-model";
import { Pager } from "@/components/ui/pager";
import { buttonClasses } from "../ui/button-classes";
import { SpanTreeRow } from "./span-tree-row";
import { SpanSearch } from "./span-search";

/** The span tree as a waterfall. */
export function SpanTree({ model }: { model: TracePageModel }) {
  const { pagination } = model;
  return (
    <section
      aria-labelledby="spans"
      className="grid grid-cols-[minmax(0,1fr)] content-start rounded-card border border-border bg-panel"
    >
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3 pb-2">
        <div>
          <h2 id="spans" className="font-semibold">
            Spans
          </h2>
          <p className="text-secondary text-text-faint">{model.finding}</p>
        </div>
        <div className="flex flex-wrap items-center gap-1.5">
          <SpanSearch traceId={model.traceId} query={model.query} />
          <FoldLink href={model.foldHref} label="Collapse all" />
          <FoldLink href={model.unfoldHref} label="Expand all" />
        </div>
      </header>
      {model.rows.length === 0 ? (
        <p className="border-t border-border px-4 py-6 text-text-muted">
          No span’s name, kind, tool or model holds “{model.query.text}”.
        </p>
      ) : (
        <Tree model={model} />
      )}
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-border px-4 py-2 text-secondary text-text-muted">
        <Legend />
        {model.hiddenByFilter === 0 ? null : (
          <span>{formatCounted(model.hiddenByFilter, "span")} hidden by the search</span>
        )}
      </footer>
      {pagination.total <= pagination.pageSize ? null : (
        <Pager label="Parts of the tree" pagination={pagination} />
      )}
    </section>
  );
}

function FoldLink({ href, label }: { href: string | null; label: string }) {
  if (href === null) return null;
  return (
    <Link className={buttonClasses.default} href={href} prefetch={false} scroll={false}>
      {label}
    </Link>
  );
}

function Tree({ model }: { model: TracePageModel }) {
  const step = model.ticks[1]?.share ?? 1;
  return (
    <table className="w-full table-fixed border-collapse max-roomy:block">
      <caption className="sr-only">Spans, in the order of their tree</caption>
      <thead className="text-secondary text-text-faint max-roomy:sr-only">
        <tr>
          <th scope="col" className="py-1 pl-4 text-left font-normal">
            Span
          </th>
          <th scope="col" className="w-[36%] py-1 font-normal">
            <Axis ticks={model.ticks} />
          </th>
          <th scope="col" className="w-19 py-1 text-right font-normal">
            Took
          </th>
          <th scope="col" className="w-9">
            <span className="sr-only">Error</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-roomy:block">
        {model.rows.map((row, index) => (
          <Fragment key={row.spanId}>
            {index === model.orphansFrom ? <OrphansHeading count={model.orphanCount} /> : null}
            <SpanTreeRow row={row} gridStep={step} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function OrphansHeading({ count }: { count: number }) {
  return (
    <tr className="max-roomy:block">
      <th
        scope="colgroup"
        colSpan={4}
        className="border-t border-border bg-sunken px-4 py-1.5 text-left text-secondary font-normal text-text-muted max-roomy:block"
      >
        <b>Orphans</b>: {formatCounted(count, "span")} whose parent is missing or unknown, with what
        stands below
      </th>
    </tr>
  );
}

function Axis({ ticks }: Pick<TracePageModel, "ticks">) {
  return (
    <span className="relative block h-4.5">
      <span className="sr-only">Time since the beginning of the trace</span>
      {ticks.map(({ share, label }) => (
        <span
          key={label}
          aria-hidden="true"
          className={`absolute top-0 whitespace-nowrap ${share === 0 ? "" : share > 0.94 ? "-translate-x-full" : "-translate-x-1/2"}`}
          style={{ left: `${share * 100}%` }}
        >
          {label}
        </span>
      ))}
    </span>
  );
}

function Legend() {
  const entries = [
    ["bg-text", "model"],
    ["bg-text/65", "retrieval"],
    ["bg-text/35", "tool"],
    ["border border-text bg-text/15", "guard"],
    ["border border-text", "holds others"],
  ] as const;
  return entries.map(([look, label]) => (
    <span key={label} className="inline-flex items-center gap-1.5">
      <span className={`size-2.5 rounded-[2px] ${look}`} aria-hidden="true" />
      {label}
    </span>
  ));
}
