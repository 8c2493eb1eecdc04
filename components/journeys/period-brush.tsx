"use client";

import { useRouter } from "next/navigation";
import { useState, type PointerEvent } from "react";
import { isoDay } from "@/lib/format/format";

type PeriodBrushProps = {
  /** The plot's time range, microseconds since 1970. */
  fromUs: number;
  toUs: number;
  /** The other filters, as a query string. */
  search: string;
};

/** Shares of the plot's width. */
type Stretch = { readonly start: number; readonly end: number };
/** A shorter drag is a click. */
const leastShare = 0.01;

/**
 * A brush over a time plot that filters by opening day; the date fields below are its accessible
 * equivalent.
 */
export function PeriodBrush({ fromUs, toUs, search }: PeriodBrushProps) {
  const router = useRouter();
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = shareAt(event);
    setStretch({ start: at, end: at });
  };
  const finish = () => {
    if (stretch === null) return;
    setStretch(null);
    const [low, high] = [
      Math.min(stretch.start, stretch.end),
      Math.max(stretch.start, stretch.end),
    ];
    if (high - low < leastShare) return;
    const dayAt = (share: number) => isoDay(fromUs + share * (toUs - fromUs - 1));
    const days = new URLSearchParams({ from: dayAt(low), to: dayAt(high) }).toString();
    router.push(`/cases?${search === "" ? "" : `${search}&`}${days}`);
  };
  return (
    <div
      className="absolute inset-0 cursor-col-resize touch-pan-y print:hidden"
      aria-hidden="true"
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (stretch !== null) setStretch({ ...stretch, end: shareAt(event) });
      }}
      onPointerUp={finish}
      onPointerCancel={() => {
        setStretch(null);
      }}
    >
      {stretch === null ? null : (
        <div
          className="absolute inset-y-0 border-x border-focus bg-selected/60"
          style={{
            left: `${String(100 * Math.min(stretch.start, stretch.end))}%`,
            width: `${String(100 * Math.abs(stretch.end - stretch.start))}%`,
          }}
        />
      )}
    </div>
  );
}

function shareAt(event: PointerEvent<HTMLDivElement>): number {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return Math.min(1, Math.max(0, (event.clientX - left) / width));
}
