import { HowToIngest } from "../layout/how-to-ingest";
import { EmptyState } from "../ui/empty-state";

type NothingIngestedProps = {
  /** What the page will tell, in a sentence. */
  will: string;
};

/** A page before anything was ingested: what will stand here, and how to get it here. */
export function NothingIngested({ will }: NothingIngestedProps) {
  return (
    <EmptyState title="No cases yet">
      <p className="max-w-prose text-text-muted">{will}</p>
      <HowToIngest />
      <p className="max-w-prose text-text-muted">
        A span belongs to a case by its attribute <code>case_id</code>; what names none waits, and
        joins its case when the missing span arrives.
      </p>
    </EmptyState>
  );
}
