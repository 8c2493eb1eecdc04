import Link from "next/link";
import { buttonClasses } from "../ui/button-classes";
import { PageHeader } from "./page-header";

/** The page for an unknown address. */
export function NoSuchPage() {
  return (
    <>
      <PageHeader title="There is no page at this address" />
      <p className="text-text-muted">
        The address may be mistyped, or the page may no longer exist.
      </p>
      <p>
        <Link className={buttonClasses.default} href="/cases">
          All cases
        </Link>
      </p>
    </>
  );
}
