"use client";

import { DropdownMenu } from "radix-ui";

/** The heading of a group of menu items. */
export function MenuHeading({ label }: { label: string }) {
  return (
    <DropdownMenu.Label className="px-2 pt-1.5 pb-0.5 text-axis text-text-faint">
      {label}
    </DropdownMenu.Label>
  );
}
