import type { CasesQuery } from "@/lib/view/cases-query";
import { HowToIngest } from "../layout/how-to-ingest";
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
      <HowToIngest />
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
