"use client";

import type { MouseEvent } from "react";
import { useSelection } from "./selection";

/** A click selects an item; Enter on the selected one opens its words. Keys that open a tab stay so. */
export function useItemClick(id: string): (event: MouseEvent) => void {
  const { selected, onSelect, onOpen } = useSelection();
  return (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const isByKey = event.detail === 0;
    if (isByKey && selected?.id === id) onOpen();
    else onSelect(id);
  };
}
