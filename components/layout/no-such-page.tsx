import Link from "next/link";
import { buttonClasses } from "../ui/button-classes";
import { PageHeader } from "./page-header";

/** The page for an unknown address. */
export function NoSuchPage() {
  return (
    <>
      <PageHeader title="There is no page at this address" />
      <p className="text-text-muted">It may be mistyped, or of a version that had such a page.</p>
      <p>
        <Link className={buttonClasses.default} href="/cases">
          All cases
        </Link>
      </p>
    </>
  );
}
