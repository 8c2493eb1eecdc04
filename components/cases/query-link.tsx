"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { casesHref, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { useCasesNavigation } from "./cases-navigation";

type QueryLinkProps = {
  /** The view it leads to. */
  to: CasesQuery;
  look: string;
  /** Said instead of the children, where they alone do not say it. */
  label?: string;
  title?: string;
  /** -1 where the same link is reached by keyboard elsewhere. */
  tabIndex?: -1;
  children: ReactNode;
};

/** A link to another view of the Cases page, with its progress shown; a new tab opens it as any link. */
export function QueryLink({ to, look, label, title, tabIndex, children }: QueryLinkProps) {
  const { go } = useCasesNavigation();
  return (
    <Link
      className={look}
      href={casesHref(to)}
      prefetch={false}
      scroll={false}
      aria-label={label}
      title={title}
      tabIndex={tabIndex}
      onNavigate={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </Link>
  );
}
