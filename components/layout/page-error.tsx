"use client";

import { isPassingFault } from "@/lib/domain/domain-error";
import { storageFaultOf } from "@/lib/format/storage-words";
import { buttonClasses } from "../ui/button-classes";
import { PageHeader } from "./page-header";
import { useReloadWhenReady } from "./use-reload-when-ready";

type PageErrorProps = { error: Error & { digest?: string } };

const ours =
  "The mistake is ours, not yours, and nothing that was ingested is lost. The other pages still work.";

/** What stands where a page could not be drawn. It loads the page again by itself where the fault is one that passes. */
export function PageError({ error }: PageErrorProps) {
  const fault = storageFaultOf(error);
  useReloadWhenReady(isPassingFault(error.digest));
  return (
    <div role="alert" className="grid justify-items-start gap-3">
      <PageHeader title="This page could not be drawn" />
      <p className="max-w-prose text-text-muted">{fault ?? ours}</p>
      <button
        type="button"
        className={`${buttonClasses.default} cursor-pointer`}
        // Not Next's `reset`: it draws again what the server sent, and an error that came with the document stays.
        onClick={() => {
          location.reload();
        }}
      >
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
