import { HowToIngest } from "../layout/how-to-ingest";
import { EmptyState } from "../ui/empty-state";

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
