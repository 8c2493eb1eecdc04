"use client";

import { useEffect, useRef, useState } from "react";
import { scaleModes, type ScaleMode } from "@/lib/pages/case/timeline/create-scale";
import { layOutTimeline } from "@/lib/pages/case/timeline/lay-out-timeline";
import type { Timeline } from "@/lib/pages/case/timeline/timeline-model";
import { SegmentedChoice } from "@/components/ui/segmented-choice";
import { useSelection } from "./selection";
import { TimelineKeys } from "./timeline-keys";
import { TimelineLabels } from "./timeline-labels";
import { TimelineLegend } from "./timeline-legend";
import { TimelinePlot } from "./timeline-plot";
import { useTimelineKeys } from "./use-timeline-keys";
import { timelineCard as words } from "@/lib/pages/case/words/timeline-card";

const labelsPx = 122;
/** Width in px until the card is measured. */
const usualPx = 928;

type TimelineCardProps = { timeline: Timeline; scale: ScaleMode; isFitted: boolean };

/** The case's timeline; hidden on narrow screens and in print, which show the list. */
export function TimelineCard({ timeline, ...initial }: TimelineCardProps) {
  const [mode, setMode] = useState(initial.scale);
  const [isFitted, setFitted] = useState(initial.isFitted);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const layout = layOutTimeline(timeline, { mode, width, isFitted });
  const { selected } = useSelection();
  const ring = selected === null ? undefined : layout.rings.get(selected.id);
  useEffect(() => {
    if (ring !== undefined) keepInSight(box.current, ring.x, ring.width);
  }, [ring]);
  const onModeChoose = (chosen: ScaleMode) => {
    setMode(chosen);
    keepInAddress("scale", chosen === "compressed" ? null : chosen);
  };
  const onFit = () => {
    setFitted(!isFitted);
    keepInAddress("fit", isFitted ? null : "all");
  };
  const canFit = isFitted || layout.width > width + 1;
  const notice = useTimelineKeys({ box, mode, onModeChoose, onFit });
  return (
    <section
      aria-labelledby="timeline"
      className="rounded-card border border-border bg-panel max-roomy:hidden print:hidden"
    >
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3 pb-2.5">
        <div className="grid gap-0.5">
          <h2 id="timeline" className="font-semibold">
            {words.title}
          </h2>
          <TimelineKeys notice={notice} />
        </div>
        <div className="flex items-center gap-3">
          {canFit ? (
            <button
              type="button"
              className="min-h-6 cursor-pointer rounded-control px-1.5 text-secondary text-text-muted hover:bg-hover"
              aria-pressed={isFitted}
              onClick={onFit}
            >
              {isFitted ? words.fullWidth : words.fitAll}
            </button>
          ) : null}
          <SegmentedChoice
            label={words.scale}
            options={scaleModes.map((value) => ({ value, label: words.scales[value] }))}
            chosen={mode}
            onChoose={onModeChoose}
          />
          <a className="text-secondary text-link hover:underline" href="#case-list">
            {words.asList}
          </a>
        </div>
      </header>
      <div ref={box} className="flex overflow-x-auto overscroll-x-contain">
        <TimelineLabels timeline={timeline} layout={layout} width={labelsPx} />
        <TimelinePlot timeline={timeline} layout={layout} />
      </div>
      <TimelineLegend timeline={timeline} />
    </section>
  );
}

/** The plot's width in px beside the labels. */
function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(usualPx);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const room = element.clientWidth - labelsPx;
      if (room > 0) setWidth(room);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [box]);
  return width;
}

const margin = 40;

function keepInSight(element: HTMLDivElement | null, x: number, width: number): void {
  if (element === null) return;
  const room = element.clientWidth - labelsPx;
  if (x < element.scrollLeft + margin) element.scrollLeft = x - margin;
  else if (x + width > element.scrollLeft + room - margin) {
    element.scrollLeft = x + width - room + margin;
  }
}

/** Written to the address without a request. */
function keepInAddress(name: string, value: string | null): void {
  const url = new URL(window.location.href);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  window.history.replaceState(null, "", url);
}
