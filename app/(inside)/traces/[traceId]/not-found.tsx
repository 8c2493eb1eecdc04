import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";

/** A trace of which nothing arrived. */
export default function TraceNotFound() {
  return (
    <>
      <PageHeader title="No such trace" />
      <EmptyState title="No span of this trace was ingested">
        <p className="max-w-prose text-text-muted">
          Trace ids are hexadecimal, in small letters. Its spans may not have arrived yet; when they
          do, this address works.
        </p>
        <Link className={buttonClasses.default} href="/cases">
          All cases
        </Link>
      </EmptyState>
    </>
  );
}
