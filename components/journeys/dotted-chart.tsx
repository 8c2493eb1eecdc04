import type { DottedModel, DottedRow } from "@/lib/pages/journeys/journeys-model";
import { dottedWords } from "@/lib/pages/journeys/words";
import { Annotations } from "../annotations/annotations";
import type { PageAnnotations } from "../annotations/page-annotations";
import { ChannelLabel } from "../case/channel-label";
import { ChartFrame } from "../charts/chart-frame";
import { TimeMarkers } from "../charts/time-markers";
import { TabLinks } from "../ui/tab-links";
import { ChannelShape } from "./channel-shape";
import { PeriodBrush } from "./period-brush";
import { PeriodForm } from "./period-form";

const rowHeight = 9;
const room = 6;

/** A dotted chart: rows are cases, symbols are contacts; dragging over a period filters to it. */
export function DottedChart({
  dotted,
  annotations,
}: {
  dotted: DottedModel;
  annotations: PageAnnotations;
}) {
  const { frame, orders, scales, rows, channels, ticks, brush } = dotted;
  const height = rows.length * rowHeight + 2 * room;
  return (
    <ChartFrame frame={frame}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-secondary text-text-muted">
        <TabLinks label={dottedWords.time} choices={scales} />
        <TabLinks label={dottedWords.order} choices={orders} />
        <ul aria-label={dottedWords.marks} className="flex flex-wrap gap-x-3">
          {channels.map((channel) => (
            <li key={channel} className="inline-flex items-center gap-1">
              <svg className="size-3" viewBox="-6 -6 12 12" aria-hidden="true">
                <ChannelShape channel={channel} />
              </svg>
              <ChannelLabel channel={channel} />
            </li>
          ))}
        </ul>
      </div>
      <div className={`relative mx-2 ${dotted.markers.length === 0 ? "" : "mt-3"}`}>
        <svg
          role="img"
          aria-label={frame.label}
          className="block w-full overflow-visible"
          height={height}
        >
          {ticks.map(({ at }) => (
            <line
              key={at}
              x1={`${String(at)}%`}
              x2={`${String(at)}%`}
              y1={0}
              y2={height}
              className="stroke-chart-grid"
            />
          ))}
          {rows.map((row, index) => (
            <Row key={row.key} row={row} y={room + (index + 0.5) * rowHeight} />
          ))}
        </svg>
        {brush === null ? null : <PeriodBrush {...brush} />}
        <TimeMarkers markers={dotted.placedMarkers} />
      </div>
      <div className="relative mx-2 h-4 text-axis text-chart-axis" aria-hidden="true">
        {ticks.map(({ at, words }) => (
          <span
            key={at}
            className={`absolute whitespace-nowrap ${at > 94 ? "-translate-x-full" : at < 3 ? "" : "-translate-x-1/2"}`}
            style={{ left: `${String(at)}%` }}
          >
            {words}
          </span>
        ))}
      </div>
      {brush === null ? null : <Annotations annotations={annotations} />}
      {brush === null ? null : <PeriodForm days={brush.days} search={brush.search} />}
    </ChartFrame>
  );
}

function Row({ row: { words, outcome, from, to, dots }, y }: { row: DottedRow; y: number }) {
  return (
    <g>
      <title>{`${words}: ${outcome}`}</title>
      <line
        x1={`${String(from)}%`}
        x2={`${String(to)}%`}
        y1={y}
        y2={y}
        className="stroke-border-strong"
      />
      {dots.map(({ channel, at }, index) => (
        <svg key={index} x={`${String(at)}%`} y={y} className="overflow-visible">
          <ChannelShape channel={channel} />
        </svg>
      ))}
    </g>
  );
}
