"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { scaleModes, type ScaleMode } from "@/lib/pages/case/timeline/create-scale";
import {
  failureNotice,
  failureStops,
  nextStop,
  type FailureStop,
} from "@/lib/pages/case/timeline/failure-stops";
import { stepItem, type ItemStep } from "@/lib/pages/case/timeline/step-item";
import type { TimelineItem } from "@/lib/pages/case/timeline/timeline-model";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import { useSelection } from "./selection";
import { keyNotices } from "@/lib/pages/case/words/timeline-card";

type TimelineKeysProps = {
  box: RefObject<HTMLDivElement | null>;
  mode: ScaleMode;
  onModeChoose: (mode: ScaleMode) => void;
  onFit: () => void;
};

type Sought = { readonly is: (item: TimelineItem) => boolean; readonly words: string };

/** What a key seeks, and the announcement where the case has none. */
const soughtKinds: Readonly<Partial<Record<ItemStep, Sought>>> = {
  nextHandoff: { is: ({ kind }) => kind === "handoff", words: keyNotices.nextHandoff },
  nextPromise: { is: ({ kind }) => kind === "promise", words: keyNotices.nextPromise },
  nextDisclosure: {
    is: ({ kind }) => kind === "disclosure",
    words: keyNotices.nextDisclosure,
  },
};

/**
 * The timeline's keys. Up and down scroll the page, except while a symbol has the focus.
 * @returns the announcement of the last key; "" where it found something
 */
export function useTimelineKeys({ box, mode, onModeChoose, onFit }: TimelineKeysProps): string {
  const { items, failedSteps, selected, onSelect, onOpen, onStepOpen } = useSelection();
  const isInside = useFocusInside(box);
  const isByKey = useRef(false);
  const lastFailure = useRef<string | null>(null);
  const [notice, setNotice] = useState("");
  const step = (kind: ItemStep) => () => {
    if (selected === null) return;
    const next = stepItem(items, selected, kind);
    const sought = soughtKinds[kind];
    setNotice(sought !== undefined && !sought.is(next) ? sought.words : "");
    isByKey.current = true;
    onSelect(next.id);
  };
  const stepFailure = () => {
    const stops = failureStops(failedSteps, items);
    const stop = nextStop(stops, lastFailure.current ?? stopAtAddress(stops));
    lastFailure.current = stop?.id ?? null;
    setNotice(failureNotice(stop, failedSteps.length));
    if (stop?.kind === "step") onStepOpen(stop.step);
    else if (stop?.kind === "item") {
      isByKey.current = true;
      // A failed step before it was in the transcript.
      box.current?.scrollIntoView({ block: "nearest" });
      onSelect(stop.id);
    }
  };
  useEffect(() => {
    if (!isByKey.current || selected === null) return;
    isByKey.current = false;
    follow(box.current, selected.id);
  }, [box, selected]);
  useShortcuts({
    nextItem: step("next"),
    previousItem: step("previous"),
    nextHandoff: step("nextHandoff"),
    nextPromise: step("nextPromise"),
    nextDisclosure: step("nextDisclosure"),
    nextFailure: stepFailure,
    ...(isInside ? { laneUp: step("laneUp"), laneDown: step("laneDown") } : {}),
    openItem: onOpen,
    fitTimeline: onFit,
    toggleScale: () => {
      onModeChoose(scaleModes[(scaleModes.indexOf(mode) + 1) % scaleModes.length] ?? mode);
    },
  });
  return notice;
}

/** The failed step whose message the address names: a step may be on another page of the transcript. */
function stopAtAddress(stops: readonly FailureStop[]): string | null {
  const anchor = window.location.hash.slice(1);
  return stops.find((stop) => stop.kind === "step" && stop.step.anchor === anchor)?.id ?? null;
}

/** Moves focus with the selection where a symbol or row has it; else scrolls the row into view. */
function follow(box: HTMLDivElement | null, id: string): void {
  const focused = document.activeElement;
  const symbol = box?.querySelector<SVGAElement>(`[data-mark="${id}"]`) ?? null;
  const row = document.querySelector<HTMLElement>(`[data-item="${id}"]`);
  if (focused?.hasAttribute("data-item") === true) row?.focus();
  else if (focused?.hasAttribute("data-mark") === true) symbol?.focus({ preventScroll: true });
  if (box === null || box.clientWidth === 0) row?.scrollIntoView({ block: "nearest" });
}

function useFocusInside(box: RefObject<HTMLDivElement | null>): boolean {
  const [isInside, setInside] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const onFocus = () => {
      setInside(element.contains(document.activeElement));
    };
    document.addEventListener("focusin", onFocus);
    document.addEventListener("focusout", onFocus);
    return () => {
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("focusout", onFocus);
    };
  }, [box]);
  return isInside;
}
