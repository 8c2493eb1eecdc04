"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { chooseItem } from "@/lib/pages/case/timeline/choose-item";
import { arriveAt, arrivedAt } from "@/lib/pages/case/timeline/chosen-item";
import type { TimelineItem } from "@/lib/pages/case/timeline/timeline-model";
import { SelectionProvider } from "./selection";

/** Delay before the selection is written to the address: holding an arrow key reads the page once. */
const settleMs = 200;

type CaseSelectionProps = {
  items: readonly TimelineItem[];
  /** From the address; the item may no longer exist. */
  selectedId: string | null;
  children: ReactNode;
};

/** Shares one selection between the timeline, the list and the panel, and keeps it in the address. */
export function CaseSelection({ items, selectedId, children }: CaseSelectionProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState(() => arrivedAt(selectedId));
  const timer = useRef<number | undefined>(undefined);
  if (chosen.from !== selectedId) setChosen(arriveAt(chosen, selectedId));
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );
  const onSelect = (id: string) => {
    setChosen((before) => ({ ...before, id }));
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setChosen((before) => ({ ...before, sent: [...before.sent, id] }));
      const url = new URL(window.location.href);
      url.searchParams.set("item", id);
      router.replace(`${url.pathname}${url.search}`, { scroll: false });
    }, settleMs);
  };
  const selected = chooseItem(items, chosen.id);
  const onOpen = () => {
    if (selected?.href == null) return;
    window.location.assign(selected.href);
    if (selected.href.startsWith("#")) focusOn(selected.href.slice(1));
  };
  return (
    <SelectionProvider value={{ items, selected, onSelect, onOpen }}>{children}</SelectionProvider>
  );
}

/** Moves keyboard focus to the message too. */
function focusOn(anchor: string): void {
  const words = document.getElementById(anchor);
  if (words === null) return;
  words.tabIndex = -1;
  words.focus({ preventScroll: true });
}
