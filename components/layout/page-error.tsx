"use client";

import { PageHeader } from "./page-header";
import { storageFaultOf } from "@/lib/format/storage-words";
import { buttonClasses } from "../ui/button-classes";

type PageErrorProps = { error: Error & { digest?: string }; reset: () => void };

const ours =
  "The mistake is ours, not yours, and nothing that was ingested is lost. The other pages still work.";

/** What stands where a page could not be drawn. */
export function PageError({ error, reset }: PageErrorProps) {
  const fault = storageFaultOf(error);
  return (
    <div role="alert" className="grid justify-items-start gap-3">
      <PageHeader title="This page could not be drawn" />
      <p className="max-w-prose text-text-muted">{fault ?? ours}</p>
      <button type="button" className={`${buttonClasses.default} cursor-pointer`} onClick={reset}>
        Try again
      </button>
      {fault !== null || error.digest === undefined ? null : (
        <p className="text-secondary text-text-faint">
          Error <code className="font-mono">{error.digest}</code>: the server’s log says more under
          this number.
        </p>
      )}
    </div>
  );
}
