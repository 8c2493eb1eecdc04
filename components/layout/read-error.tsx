import Link from "next/link";
import { buttonClasses } from "../ui/button-classes";
import { PageHeader } from "./page-header";

type ReadErrorProps = {
  /** The page's heading. */
  page: string;
  /** What failed, one sentence. */
  title: string;
  /** What still works, or what to do. */
  detail: string;
  retryHref: string;
  requestId: string;
};

/** Replaces a page that could not be read. */
export function ReadError({ page, title, detail, retryHref, requestId }: ReadErrorProps) {
  return (
    <>
      <PageHeader title={page} />
      <section
        role="alert"
        className="grid justify-items-start gap-3 rounded-card border border-t-2 border-border border-t-fail bg-panel px-6 py-6"
      >
        <h2 className="font-semibold">{title}</h2>
        <p className="max-w-prose text-text-muted">{detail}</p>
        <Link className={buttonClasses.default} href={retryHref} prefetch={false}>
          Try again
        </Link>
        <p className="text-secondary text-text-faint">
          Request <code className="font-mono">{requestId}</code>: the server’s log says more under
          this number.
        </p>
      </section>
    </>
  );
}
