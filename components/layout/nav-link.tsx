"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import type { NavigationEntry } from "@/lib/view/navigation";
import { ProgressLine } from "../ui/progress-line";

/** An entry of the main navigation; it knows whether the page belongs to it. */
export function NavLink({ href, label, begin }: NavigationEntry) {
  const path = usePathname();
  const isCurrent = path === href || path.startsWith(`${href}/`);
  const look = isCurrent
    ? "bg-panel font-semibold text-text ring-1 ring-border ring-inset"
    : "text-text-muted hover:bg-hover hover:text-text";
  return (
    <Link
      className={`flex min-h-7 items-center rounded-control px-2 max-roomy:min-h-8 ${look}`}
      href={begin}
      aria-current={isCurrent ? (path === href ? "page" : "true") : undefined}
    >
      {label}
      <LinkProgress />
    </Link>
  );
}

/** Shown while the page is on its way: the old one stays, and a document without script needs no placeholder. */
function LinkProgress() {
  const { pending } = useLinkStatus();
  return pending ? <ProgressLine isPending /> : null;
}
