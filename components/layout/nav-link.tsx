"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** An entry of the main navigation; it knows whether the page belongs to it. */
export function NavLink({ href, label }: { href: string; label: string }) {
  const path = usePathname();
  const isCurrent = path === href || path.startsWith(`${href}/`);
  const look = isCurrent
    ? "bg-panel font-semibold text-text ring-1 ring-border ring-inset"
    : "text-text-muted hover:bg-hover hover:text-text";
  return (
    <Link
      className={`flex min-h-7 items-center rounded-control px-2 max-roomy:min-h-8 ${look}`}
      href={href}
      aria-current={isCurrent ? (path === href ? "page" : "true") : undefined}
    >
      {label}
    </Link>
  );
}
