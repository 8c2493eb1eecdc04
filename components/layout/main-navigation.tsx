"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { carryParams, keepParams } from "@/lib/format/address/carry-params";
import type { NavigationEntry } from "@/lib/format/layout/navigation";
import { NavLink } from "./nav-link";

type MainNavigationProps = { entries: readonly NavigationEntry[] };

/** The main navigation; its links take along what one has filtered by, also over pages that have no filters. */
export function MainNavigation({ entries }: MainNavigationProps) {
  const path = usePathname();
  const params = useSearchParams();
  const address = `${path}?${params.toString()}`;
  const [known, setKnown] = useState({ address: "", filters: "" });
  const filters =
    known.address === address
      ? known.filters
      : keepParams({
          kept: known.filters,
          // A case is reached from a list, whose filters its address names.
          params: new URLSearchParams(params.get("list") ?? params),
          page: entries.find(({ href }) => href === path)?.takesOver,
          names: [...new Set(entries.flatMap(({ takesOver }) => takesOver.names))],
        });
  if (known.address !== address) setKnown({ address, filters });
  return (
    <nav
      aria-label="Main"
      className="grid gap-0.5 roomy:min-h-24 roomy:content-start roomy:overflow-y-auto roomy:overscroll-contain max-roomy:order-2 max-roomy:flex max-roomy:w-full max-roomy:overflow-x-auto"
    >
      {entries.map((entry) => (
        <NavLink
          key={entry.href}
          {...{ entry, path }}
          carried={carryParams(new URLSearchParams(filters), entry.takesOver)}
        />
      ))}
    </nav>
  );
}
