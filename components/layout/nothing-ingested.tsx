import type { ReactNode } from "react";
import { EmptyState } from "../ui/empty-state";

type NothingIngestedProps = {
  title: string;
  /** What the page will show, in a sentence. */
  will: string;
  children?: ReactNode;
};

/** A page before anything was ingested: what it will show, and how to send traces. */
export function NothingIngested({ title, will, children }: NothingIngestedProps) {
  return (
    <EmptyState title={title}>
      <p className="max-w-prose text-text-muted">{will}</p>
      <p>Send an export of your own from this folder:</p>
      <pre className="max-w-full overflow-x-auto rounded-control bg-sunken px-3 py-2 font-mono text-secondary">
        npx throughline ingest &lt;file&gt;
      </pre>
      <p>
        or point an OTLP/HTTP exporter, JSON or protobuf, at <code>POST /v1/traces</code> on this
        address, with a token: <code>npx throughline token add &lt;name&gt;</code> prints one, to be
        sent as <code>Authorization: Bearer</code>.
      </p>
      {children}
    </EmptyState>
  );
}

/** A page about cases before there are any. */
export function NoCasesYet({ will }: Pick<NothingIngestedProps, "will">) {
  return (
    <NothingIngested title="No cases yet" will={will}>
      <p className="max-w-prose text-text-muted">
        A span belongs to a case by its attribute <code>case_id</code>; what names none waits, and
        joins its case when the missing span arrives.
      </p>
    </NothingIngested>
  );
}
