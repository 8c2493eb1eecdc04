"use client";

import type { MouseEvent } from "react";
import { useSelection } from "./selection";

/**
 * Click handler of an item link: selects it; Enter on the selected item goes to its messages. Modified
 * clicks keep their meaning.
 */
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
