import type { ControlPlot, Spot } from "@/lib/view/persona/persona-model";
import { placeOn } from "@/lib/view/charts/scale";
import { TimeMarks } from "./time-marks";

type ControlChartProps = {
  plot: ControlPlot;
  /** The chart in one sentence. */
  label: string;
};

/** A control chart: the line, its limits, what is allowed, and the changes it may come from. */
export function ControlChart({ plot, label }: ControlChartProps) {
  const { yTicks, yScale, xTicks } = plot;
  const place = (at: number) => placeOn(yScale, at);
  return (
    <div
      role="img"
      aria-label={label}
      className="mt-4 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-1.5"
    >
      <div
        className="relative w-8 text-right text-axis text-chart-axis tabular-nums"
        aria-hidden="true"
      >
        {yTicks.map(({ at, words }) => (
          <span
            key={at}
            className="absolute right-0 translate-y-1/2 leading-none whitespace-nowrap"
            style={{ bottom: `${String(place(at))}%` }}
          >
            {words}
          </span>
        ))}
      </div>
      <div className="relative h-36" aria-hidden="true">
        <Ground plot={plot} />
        <Lines plot={plot} />
        {plot.dots.map((spot) => (
          <Dot key={spot.x} spot={spot} look="size-1 bg-(--channel) opacity-45" />
        ))}
        {plot.outside.map((spot) => (
          <Dot
            key={spot.x}
            spot={spot}
            look="size-2 border-2 border-(--channel) bg-panel outline outline-fail"
          />
        ))}
        <TimeMarks marks={plot.markers} />
      </div>
      <div className="relative col-start-2 mt-1 h-4 text-axis text-chart-axis" aria-hidden="true">
        {xTicks.map(({ x, words }) => (
          <span
            key={x}
            className={`absolute whitespace-nowrap ${x > 80 ? "-translate-x-full" : x < 20 ? "" : "-translate-x-1/2"}`}
            style={{ left: `${String(x)}%` }}
          >
            {words}
          </span>
        ))}
      </div>
    </div>
  );
}

function Ground({ plot }: { plot: ControlPlot }) {
  const { contract, baselineEnd, yTicks, yScale, reference } = plot;
  return (
    <>
      {contract === null ? null : (
        <span
          className="absolute inset-x-0 bg-sunken print:border-y print:border-border"
          style={{
            bottom: `${String(contract.low)}%`,
            height: `${String(contract.high - contract.low)}%`,
          }}
        />
      )}
      {yTicks.map(({ at }) => (
        <span
          key={at}
          className="absolute inset-x-0 h-px bg-chart-grid"
          style={{ bottom: `${String(placeOn(yScale, at))}%` }}
        />
      ))}
      {baselineEnd === 0 ? null : (
        <span
          className="absolute bottom-0 overflow-hidden border-b-2 border-border-strong text-axis leading-tight whitespace-nowrap text-text-faint"
          style={{ width: `${String(baselineEnd)}%` }}
        >
          baseline
        </span>
      )}
      {reference === null ? null : (
        <span
          className="absolute inset-x-0 border-t border-dashed border-chart-axis text-right text-axis text-chart-axis"
          style={{ bottom: `${String(reference.y)}%` }}
        >
          <span className="absolute right-0 bottom-0.5 leading-tight">{reference.words}</span>
        </span>
      )}
    </>
  );
}

function Lines({ plot: { limits, lines } }: { plot: ControlPlot }) {
  const points = (spots: readonly Spot[]) =>
    spots.map(({ x, y }) => `${x.toFixed(2)},${(100 - y).toFixed(2)}`).join(" ");
  const dashed = (of: "low" | "high") => limits.map((each) => ({ x: each.x, y: each[of] }));
  return (
    <svg
      className="absolute inset-0 size-full overflow-visible"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
    >
      {(["low", "high"] as const).map((of) => (
        <polyline
          key={of}
          points={points(dashed(of))}
          className="fill-none stroke-text-faint"
          strokeDasharray="3 3"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {lines.map((line, at) => (
        <polyline
          key={at}
          points={points(line)}
          className="fill-none stroke-(--channel)"
          strokeWidth={1.75}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}

function Dot({ spot: { x, y }, look }: { spot: Spot; look: string }) {
  return (
    <span
      className={`absolute -translate-x-1/2 translate-y-1/2 rounded-full ${look}`}
      style={{ left: `${String(x)}%`, bottom: `${String(y)}%` }}
    />
  );
}
