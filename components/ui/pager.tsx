"use client";

import Link from "next/link";
import type { Pagination } from "@/lib/format/address/paginate";
import { formatCount } from "@/lib/format/format";
import { buttonClasses } from "./button-classes";

type PagerProps = {
  /** Accessible name: "Pages". */
  label: string;
  pagination: Pagination;
  /** Called instead of following the links. */
  onPage?: (page: number) => void;
};

/** Pagination. */
export function Pager({ label, pagination, onPage }: PagerProps) {
  const { page, pageSize, total, previousHref, nextHref } = pagination;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return (
    <nav
      aria-label={label}
      className="flex items-center justify-between gap-3 px-3 py-2 text-text-muted"
    >
      <span>
        {formatCount(first)}–{formatCount(last)} of {formatCount(total)}
      </span>
      {total <= pageSize ? null : (
        <span className="flex gap-1.5">
          <PageLink href={previousHref} label="Previous" page={page - 1} onPage={onPage} />
          <PageLink href={nextHref} label="Next" page={page + 1} onPage={onPage} />
        </span>
      )}
    </nav>
  );
}

type PageLinkProps = {
  href: string | null;
  label: string;
  page: number;
  onPage: PagerProps["onPage"];
};

function PageLink({ href, label, page, onPage }: PageLinkProps) {
  if (href === null) {
    return (
      <span className="inline-flex min-h-7 items-center px-2.5 text-text-faint" aria-hidden="true">
        {label}
      </span>
    );
  }
  return (
    <Link
      className={buttonClasses.default}
      href={href}
      prefetch={false}
      onNavigate={(event) => {
        if (onPage === undefined) return;
        event.preventDefault();
        onPage(page);
      }}
    >
      {label}
    </Link>
  );
}
