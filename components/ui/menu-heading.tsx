"use client";

import { DropdownMenu } from "radix-ui";

/** Names the choices below it in a menu. */
export function MenuHeading({ label }: { label: string }) {
  return (
    <DropdownMenu.Label className="px-2 pt-1.5 pb-0.5 text-axis text-text-faint">
      {label}
    </DropdownMenu.Label>
  );
}
