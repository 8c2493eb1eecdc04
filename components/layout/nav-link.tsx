"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import type { NavigationEntry } from "@/lib/format/layout/navigation";
import { ProgressLine } from "../ui/progress-line";

/** An entry of the main navigation, marked where it is the current page. */
export function NavLink({ href, label, begin, below }: NavigationEntry) {
  const path = usePathname();
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
      className={`flex min-h-7 items-center rounded-control px-2 max-roomy:min-h-8 max-roomy:flex-none ${look}`}
      href={begin}
      aria-current={isCurrent ? (path === href ? "page" : "true") : undefined}
    >
      {label}
      <LinkProgress />
    </Link>
  );
}

/** The navigation scrolls, sideways on narrow screens and downwards in low windows: brings an entry into its view. */
function bringIntoView(link: HTMLElement): void {
  const row = link.parentElement;
  if (row === null) return;
  row.scrollTop = link.offsetTop - row.offsetTop - (row.clientHeight - link.offsetHeight) / 2;
  row.scrollLeft = link.offsetLeft - row.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
}

/** Pending indicator; the old page stays until the new one is there. */
function LinkProgress() {
  const { pending } = useLinkStatus();
  return pending ? <ProgressLine isPending /> : null;
}
