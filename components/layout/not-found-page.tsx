import Link from "next/link";
import { buttonClasses } from "../ui/button-classes";
import { EmptyState } from "../ui/empty-state";
import { PageHeader } from "./page-header";

/** An id that nothing ingested has. @param props `title`: the page's heading; `finding`: what was not found */
export function NotFoundPage(props: { title: string; finding: string; detail: string }) {
  return (
    <>
      <PageHeader title={props.title} />
      <EmptyState title={props.finding}>
        <p className="max-w-prose text-text-muted">{props.detail}</p>
        <Link className={buttonClasses.default} href="/cases">
          All cases
        </Link>
      </EmptyState>
    </>
  );
}
