"use client";

import type { ReactNode } from "react";
import type { Box } from "@/lib/pages/case/timeline/layout-model";
import { useSelection } from "./selection";
import { useItemClick } from "./use-item-click";

type SymbolLinkProps = {
  /** The items at this place; a click selects the first. */
  itemIds: readonly string[];
  /** The selection ring and click area. */
  ring: Box;
  name: string;
  children: ReactNode;
};

/** A selectable symbol of the timeline: a named link with a ring where selected. */
export function SymbolLink({ itemIds, ring, name, children }: SymbolLinkProps) {
  const { selected } = useSelection();
  const isSelected = selected !== null && itemIds.includes(selected.id);
  const [first = ""] = itemIds;
  const id = isSelected ? selected.id : first;
  const onClick = useItemClick(id);
  return (
    <a
      className="cursor-pointer"
      href={`?item=${id}`}
      data-mark={id}
      aria-label={name}
      aria-current={isSelected ? "true" : undefined}
      tabIndex={isSelected ? 0 : -1}
      onClick={onClick}
    >
      <title>{name}</title>
      <rect {...ring} className="fill-transparent" />
      {children}
      {isSelected ? <rect {...ring} rx={8} className="fill-none stroke-focus stroke-2" /> : null}
    </a>
  );
}
