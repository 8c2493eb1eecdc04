import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";

/** A customer whom no case names. */
export default function CustomerNotFound() {
  return (
    <>
      <PageHeader title="No such customer" />
      <EmptyState title="No case names this customer">
        <p className="max-w-prose text-text-muted">
          The id may be written differently, capitals count, or the customer’s spans have not
          arrived yet. When they do, this address works.
        </p>
        <Link className={buttonClasses.default} href="/cases">
          All cases
        </Link>
      </EmptyState>
    </>
  );
}
