"use client";

import type { ReactNode } from "react";
import { useSelection } from "./selection";
import { useItemClick } from "./use-item-click";

type ItemLinkProps = {
  id: string;
  /** True inside another item's row: the link itself shows the selection. */
  isInRow?: boolean;
  children: ReactNode;
};

/** Selects an item, in the list and in the timeline. */
export function ItemLink({ id, isInRow = false, children }: ItemLinkProps) {
  const { selected } = useSelection();
  const onClick = useItemClick(id);
  return (
    <a
      className={`inline-flex min-h-6 flex-wrap items-center rounded-chip hover:underline ${isInRow ? "aria-[current]:outline-2 aria-[current]:outline-focus" : ""}`}
      href={`?item=${id}`}
      data-item={id}
      aria-current={selected?.id === id ? "true" : undefined}
      onClick={onClick}
    >
      {children}
    </a>
  );
}
