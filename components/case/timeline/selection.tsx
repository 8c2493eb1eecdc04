"use client";

import { createContext, useContext } from "react";
import type { FailedStep } from "@/lib/pages/case/timeline/failure-stops";
import type { TimelineItem } from "@/lib/pages/case/timeline/timeline-model";

export type Selection = {
  readonly items: readonly TimelineItem[];
  readonly failedSteps: readonly FailedStep[];
  readonly selected: TimelineItem | null;
  readonly onSelect: (id: string) => void;
  /** Moves to the selected item's messages. */
  readonly onOpen: () => void;
  /** Moves to a step's message. */
  readonly onStepOpen: (step: FailedStep) => void;
};

const SelectionContext = createContext<Selection>({
  items: [],
  failedSteps: [],
  selected: null,
  onSelect: () => undefined,
  onOpen: () => undefined,
  onStepOpen: () => undefined,
});

export const SelectionProvider = SelectionContext.Provider;

/** The selection shared by timeline and list. */
export function useSelection(): Selection {
  return useContext(SelectionContext);
}
