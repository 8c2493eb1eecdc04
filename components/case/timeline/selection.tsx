"use client";

import { createContext, useContext } from "react";
import type { TimelineItem } from "@/lib/pages/case/timeline/timeline-model";

export type Selection = {
  readonly items: readonly TimelineItem[];
  readonly selected: TimelineItem | null;
  readonly onSelect: (id: string) => void;
  /** Goes to the words of what is selected. */
  readonly onOpen: () => void;
};

const SelectionContext = createContext<Selection>({
  items: [],
  selected: null,
  onSelect: () => undefined,
  onOpen: () => undefined,
});

export const SelectionProvider = SelectionContext.Provider;

/** What is selected in the timeline and, at the same time, in its list. */
export function useSelection(): Selection {
  return useContext(SelectionContext);
}
