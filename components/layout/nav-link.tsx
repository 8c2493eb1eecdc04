"use client";

import Link, { useLinkStatus } from "next/link";
import { useEffect, useRef } from "react";
import type { NavigationEntry } from "@/lib/format/layout/navigation";
import { ProgressLine } from "../ui/progress-line";

type NavLinkProps = {
  entry: NavigationEntry;
  /** The current page. */
  path: string;
  /** The filters it takes along, as a query string. */
  carried: string;
};

/** An entry of the main navigation, marked where it is the current page, whose entry drops all filters. */
export function NavLink({ entry: { href, label, begin, below }, path, carried }: NavLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const isCurrent = [href, ...below].some((page) => path === page || path.startsWith(`${page}/`));
  useEffect(() => {
    if (isCurrent && link.current !== null) bringIntoView(link.current);
  }, [isCurrent]);
  const look = isCurrent
    ? "bg-panel font-semibold text-text ring-1 ring-border ring-inset"
    : "text-text-muted hover:bg-hover hover:text-text";
  return (
    <Link
      ref={link}
      className={`flex min-h-6.5 items-center rounded-control px-2 max-roomy:min-h-8 max-roomy:flex-none ${look}`}
      href={carried === "" || path === href ? begin : `${href}?${carried}`}
      aria-current={isCurrent ? (path === href ? "page" : "true") : undefined}
    >
      {label}
      <LinkProgress />
    </Link>
  );
}

/**
 * The navigation scrolls, sideways on narrow screens and downwards in low windows: brings an entry into its view,
 * except while somebody points at the navigation, as nothing may move away under a click.
 */
function bringIntoView(link: HTMLElement): void {
  const row = link.parentElement;
  if (row === null || row.matches(":hover")) return;
  row.scrollTop = link.offsetTop - row.offsetTop - (row.clientHeight - link.offsetHeight) / 2;
  row.scrollLeft = link.offsetLeft - row.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
}

/** Pending indicator; the old page stays until the new one is there. */
function LinkProgress() {
  const { pending } = useLinkStatus();
  return pending ? <ProgressLine isPending /> : null;
}
