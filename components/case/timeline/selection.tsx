"use client";

import { createContext, useContext } from "react";
import type { TimelineItem } from "@/lib/pages/case/timeline/timeline-model";

export type Selection = {
  readonly items: readonly TimelineItem[];
  readonly selected: TimelineItem | null;
  readonly onSelect: (id: string) => void;
  /** Moves to the selected item's messages. */
  readonly onOpen: () => void;
};

const SelectionContext = createContext<Selection>({
  items: [],
  selected: null,
  onSelect: () => undefined,
  onOpen: () => undefined,
});

export const SelectionProvider = SelectionContext.Provider;

/** The selection shared by timeline and list. */
export function useSelection(): Selection {
  return useContext(SelectionContext);
}
