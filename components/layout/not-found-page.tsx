import Link from "next/link";
import { buttonClasses } from "../ui/button-classes";
import { EmptyState } from "../ui/empty-state";
import { PageHeader } from "./page-header";

type NotFoundPageProps = {
  /** The page's heading. */
  title: string;
  /** What was not found. */
  finding: string;
  detail: string;
  /** Where else it may be. */
  elsewhere?: { words: string; href: string } | null;
};

/** An id that nothing ingested has. */
export function NotFoundPage({ title, finding, detail, elsewhere = null }: NotFoundPageProps) {
  return (
    <>
      <PageHeader title={title} />
      <EmptyState title={finding}>
        <p className="max-w-prose text-text-muted">{detail}</p>
        <p className="flex flex-wrap gap-2">
          {elsewhere === null ? null : (
            <Link className={buttonClasses.default} href={elsewhere.href} prefetch={false}>
              {elsewhere.words}
            </Link>
          )}
          <Link className={buttonClasses.default} href="/cases">
            All cases
          </Link>
        </p>
      </EmptyState>
    </>
  );
}
