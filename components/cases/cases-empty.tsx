import type { CasesQuery } from "@/lib/view/cases-query";
import { EmptyState } from "../ui/empty-state";
import { ActiveFilters } from "./active-filters";

/** The page before anything was ingested: what will stand here, and how to get it here. */
export function NothingIngested() {
  return (
    <EmptyState title="No cases yet">
      <p className="max-w-prose text-text-muted">
        Cases appear here as soon as traces arrive that name one: each with its channels, its
        handoffs, how it ended and the words that prove it.
      </p>
      <p>Send an export of your own from this folder:</p>
      <pre className="max-w-full overflow-x-auto rounded-control bg-sunken px-3 py-2 font-mono text-secondary">
        npx throughline ingest &lt;file&gt;
      </pre>
      <p>
        or point an OTLP/HTTP exporter, JSON or protobuf, at <code>POST /v1/traces</code> on this
        address.
      </p>
      <p className="max-w-prose text-text-muted">
        A span belongs to a case by its attribute <code>case_id</code>; what names none waits, and
        joins its case when the missing span arrives.
      </p>
    </EmptyState>
  );
}

/** The page when its filters leave nothing. */
export function NoCaseMatches({ query }: { query: CasesQuery }) {
  return (
    <EmptyState title="Nothing is left">
      <p className="text-text-muted">These filters together leave every case out:</p>
      <ActiveFilters query={query} />
    </EmptyState>
  );
}
