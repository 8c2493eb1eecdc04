import { useId } from "react";
import { nowWord } from "@/lib/pages/case/timeline/lay-out-axis";
import type { TimelineLayout } from "@/lib/pages/case/timeline/layout-model";
import type { Timeline } from "@/lib/pages/case/timeline/timeline-model";
import { TimelineBackdrop } from "./timeline-backdrop";
import { TimelineBars, TimelineRatings } from "./timeline-bars";
import { ConnectorChips, ConnectorLines } from "./timeline-connectors";
import { TimelineDisclosures } from "./timeline-disclosures";
import { TimelineHover } from "./timeline-hover";
import { TimelineLinePaths, TimelineLines } from "./timeline-lines";
import { TimelineNotes } from "./timeline-notes";
import { TimelineReleases } from "./timeline-releases";
import { TimelineSla } from "./timeline-sla";
import { TimelineStates } from "./timeline-states";

type TimelinePlotProps = { timeline: Timeline; layout: TimelineLayout };

/** The SVG; later children are painted above earlier ones. */
export function TimelinePlot({ timeline, layout }: TimelinePlotProps) {
  const titleId = useId();
  const hatchId = useId();
  const zigzagId = useId();
  const names = new Map(timeline.items.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "";
  const facts = new Map(timeline.facts.map((fact) => [fact.id, fact]));
  const factOf = (id: string) => ({
    itemId: facts.get(id)?.handoff ?? "",
    name: facts.get(id)?.name ?? "",
  });
  const itemOf = (id: string) => ({ itemId: id, name: nameOf(id) });
  const { rings, connectors } = layout;
  return (
    <svg
      className="block flex-none text-axis"
      width={layout.width}
      height={layout.height}
      role="group"
      aria-labelledby={titleId}
    >
      <title id={titleId}>{timeline.title}</title>
      <Hatch id={hatchId} />
      <Zigzag id={zigzagId} />
      <TimelineBackdrop layout={layout} zigzagId={zigzagId} />
      <TimelineStates states={layout.states} rings={rings} nameOf={nameOf} />
      <TimelineSla sla={layout.sla} hatchId={hatchId} />
      <TimelineHover layout={layout} />
      <TimelineReleases layout={layout} nameOf={nameOf} />
      <ConnectorLines connectors={connectors} />
      <TimelineBars bars={layout.bars} rings={rings} nameOf={nameOf} />
      <TimelineLinePaths lines={layout.facts} shape="dot" />
      <TimelineLinePaths lines={layout.promises} shape="diamond" />
      <TimelineRatings bars={layout.bars} />
      <TimelineLines lines={layout.facts} rings={rings} itemOf={factOf} />
      <TimelineLines lines={layout.promises} rings={rings} itemOf={itemOf} />
      <ConnectorChips connectors={connectors} rings={rings} nameOf={nameOf} />
      <TimelineDisclosures layout={layout} nameOf={nameOf} />
      <NowLine layout={layout} />
      <TimelineNotes timeline={timeline} layout={layout} />
    </svg>
  );
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width={5}
        height={5}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={5} height={5} className="fill-panel" />
        <rect width={1.6} height={5} className="fill-border-strong" />
      </pattern>
    </defs>
  );
}

function Zigzag({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width={5} height={12} patternUnits="userSpaceOnUse">
        <path d="M.4 0 4.6 6 .4 12" fill="none" className="stroke-border" />
      </pattern>
    </defs>
  );
}

function NowLine({ layout: { now, height } }: { layout: TimelineLayout }) {
  if (now === null) return null;
  return (
    <g>
      <line
        x1={now.x}
        x2={now.x}
        y1={44}
        y2={height}
        strokeWidth={1.5}
        strokeDasharray="4 4"
        className="stroke-text"
      />
      <text
        x={now.labelX}
        y={56}
        textAnchor={now.anchor}
        className="timeline-halo fill-text font-semibold"
      >
        {nowWord}
      </text>
    </g>
  );
}
