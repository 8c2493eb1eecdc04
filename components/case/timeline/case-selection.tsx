"use client";

import { useRouter } from "next/navigation";
import { useEffect, useOptimistic, useRef, useTransition, type ReactNode } from "react";
import { chooseItem } from "@/lib/pages/case/timeline/choose-item";
import type { FailedStep } from "@/lib/pages/case/timeline/failure-stops";
import type { TimelineItem } from "@/lib/pages/case/timeline/timeline-model";
import { SelectionProvider } from "./selection";

/** Delay before the selection is written to the address: holding an arrow key reads the page once. */
const settleMs = 200;

type CaseSelectionProps = {
  items: readonly TimelineItem[];
  failedSteps: readonly FailedStep[];
  /** From the address; the item may no longer exist. */
  selectedId: string | null;
  children: ReactNode;
};

/** Shares one selection between the timeline, the list and the panel, and keeps it in the address. */
export function CaseSelection({ items, failedSteps, selectedId, children }: CaseSelectionProps) {
  const router = useRouter();
  // The choice stands until the page of the last choice has arrived.
  const [chosenId, choose] = useOptimistic(selectedId);
  const [isMoving, startMoving] = useTransition();
  const choices = useRef(0);
  const opening = useRef<string | null>(null);
  useEffect(
    () => () => {
      choices.current += 1;
    },
    [],
  );
  const onSelect = (id: string) => {
    opening.current = null;
    choices.current += 1;
    const choice = choices.current;
    startMoving(async () => {
      choose(id);
      await new Promise((resolve) => {
        setTimeout(resolve, settleMs);
      });
      if (choice !== choices.current) return;
      const url = new URL(window.location.href);
      url.searchParams.set("item", id);
      router.replace(`${url.pathname}${url.search}`, { scroll: false });
    });
  };
  useEffect(() => {
    if (isMoving || opening.current === null) return;
    window.location.assign(opening.current);
    opening.current = null;
  }, [isMoving]);
  const selected = chooseItem(items, chosenId);
  const onOpen = () => {
    if (selected?.href == null) return;
    // The arriving page of a choice would take the anchor out of the address again.
    if (isMoving) opening.current = selected.href;
    else window.location.assign(selected.href);
    if (selected.href.startsWith("#")) showMessage(selected.href.slice(1));
  };
  const onStepOpen = ({ anchor, href }: FailedStep) => {
    window.location.replace(href);
    showMessage(anchor);
  };
  return (
    <SelectionProvider value={{ items, failedSteps, selected, onSelect, onOpen, onStepOpen }}>
      {children}
    </SelectionProvider>
  );
}

/** Scrolls to the message, unfolds it and moves keyboard focus there. */
function showMessage(anchor: string): void {
  const words = document.getElementById(anchor);
  if (words === null) return;
  for (const fold of words.querySelectorAll("details")) fold.open = true;
  words.tabIndex = -1;
  words.scrollIntoView();
  words.focus({ preventScroll: true });
}
