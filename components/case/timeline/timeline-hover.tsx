"use client";

import { useEffect, useRef, useState } from "react";
import { formatInstant } from "@/lib/format/format";
import type { TimelineLayout } from "@/lib/pages/case/timeline/layout-model";
import { instantOfX } from "@/lib/pages/case/timeline/scale";

const halfLabel = 48;

/** The instant under the pointer, as a thin line and its time. */
export function TimelineHover({ layout }: { layout: TimelineLayout }) {
  const area = useRef<SVGGElement>(null);
  const [x, setX] = useState<number | null>(null);
  useEffect(() => {
    const plot = area.current?.ownerSVGElement ?? null;
    if (plot === null) return undefined;
    const onMove = (event: PointerEvent) => {
      setX(event.clientX - plot.getBoundingClientRect().left);
    };
    const onLeave = () => {
      setX(null);
    };
    plot.addEventListener("pointermove", onMove);
    plot.addEventListener("pointerleave", onLeave);
    return () => {
      plot.removeEventListener("pointermove", onMove);
      plot.removeEventListener("pointerleave", onLeave);
    };
  }, []);
  return (
    <g ref={area} className="pointer-events-none">
      {x === null ? null : <Reading x={x} layout={layout} />}
    </g>
  );
}

function Reading({ x, layout }: { x: number; layout: TimelineLayout }) {
  const labelX = Math.min(Math.max(x, halfLabel + 1), layout.width - halfLabel - 1);
  return (
    <>
      <line x1={x} x2={x} y1={40} y2={layout.height} className="stroke-text-faint opacity-60" />
      <rect
        x={labelX - halfLabel}
        y={22}
        width={2 * halfLabel}
        height={16}
        rx={4}
        className="fill-action"
      />
      <text x={labelX} y={34} textAnchor="middle" className="fill-action-text">
        {formatInstant(instantOfX(layout.scale, x), "weekdayTime")}
      </text>
    </>
  );
}
