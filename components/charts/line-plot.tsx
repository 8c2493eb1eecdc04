import type { LineModel } from "@/lib/analytics/charts/line-model";
import { placeOn } from "@/lib/analytics/charts/scale";
import { TimeMarkers } from "./time-markers";

/** Up to this many points each have a dot; beyond it only alarms and tentative ones do. */
const dotsMax = 40;

/** A small line chart: gaps stay gaps; tentative points are hollow and dashed. */
export function LinePlot({ line }: { line: LineModel }) {
  const { label, dots, xTicks, yTicks, yScale, annotations: markers } = line;
  const shown = dots.length <= dotsMax ? dots : dots.filter(({ isHollow }) => isHollow);
  return (
    <div
      role="img"
      aria-label={label}
      className={`chart-ink grid grid-cols-[minmax(0,1fr)_max-content] gap-x-1.5 ${markers.lines.length === 0 ? "mt-1" : "mt-5"}`}
    >
      <div className="relative mx-1 h-12" aria-hidden="true">
        {yTicks.map(({ at }) => (
          <span
            key={at}
            className="absolute inset-x-0 h-px bg-chart-grid"
            style={{ bottom: `${String(placeOn(yScale, at))}%` }}
          />
        ))}
        <TimeMarkers markers={markers} />
        <Pieces line={line} />
        {shown.map(({ x, y, isHollow, words }) => (
          <span
            key={x}
            title={words}
            className={isHollow ? "plot-point hollow" : "plot-point"}
            style={{ left: `${String(x)}%`, bottom: `${String(y)}%` }}
          />
        ))}
      </div>
      <div
        className="relative text-right text-axis text-chart-axis tabular-nums"
        aria-hidden="true"
      >
        {yTicks.map(({ at, words }) => (
          <span key={at} className="invisible block h-0 leading-none">
            {words}
          </span>
        ))}
        {yTicks.map(({ at, words }) => (
          <span
            key={at}
            className="absolute right-0 translate-y-1/2 leading-none whitespace-nowrap"
            style={{ bottom: `${String(placeOn(yScale, at))}%` }}
          >
            {words}
          </span>
        ))}
      </div>
      <p className="mx-1 flex justify-between text-axis text-chart-axis" aria-hidden="true">
        {xTicks.map(({ x, words }) => (
          <span key={x}>{words}</span>
        ))}
      </p>
    </div>
  );
}

function Pieces({ line: { pieces } }: { line: LineModel }) {
  return (
    <svg
      className="absolute inset-0 size-full overflow-visible"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
    >
      {pieces.map(({ from, to, isDashed }) => (
        <line
          key={from[0]}
          x1={from[0]}
          y1={100 - from[1]}
          x2={to[0]}
          y2={100 - to[1]}
          className="stroke-(--channel)"
          strokeWidth={1.5}
          strokeDasharray={isDashed ? "3 3" : undefined}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
