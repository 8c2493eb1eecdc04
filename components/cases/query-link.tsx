"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { casesHref, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { useCasesNavigation } from "./cases-navigation";

type QueryLinkProps = {
  /** The query it leads to. */
  to: CasesQuery;
  look: string;
  /** Accessible name where the children do not say enough. */
  label?: string;
  title?: string;
  /** -1 where the same link is reached by keyboard elsewhere. */
  tabIndex?: -1;
  children: ReactNode;
};

/** A link to another query of the Cases page, with pending state; a real link in a new tab. */
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
