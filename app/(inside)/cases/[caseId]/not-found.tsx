import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";

/** A case that nobody has told us of. */
export default function CaseNotFound() {
  return (
    <>
      <PageHeader title="No such case" />
      <EmptyState title="Nothing that was ingested names this case">
        <p className="max-w-prose text-text-muted">
          The id may be written differently, capitals count, or its spans have not arrived yet. When
          they do, this address works.
        </p>
        <Link className={buttonClasses.default} href="/cases">
          All cases
        </Link>
      </EmptyState>
    </>
  );
}
