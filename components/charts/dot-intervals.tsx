import Link from "next/link";
import type { ChartScale, DotRow } from "@/lib/analytics/charts/chart-model";
import { placeOn } from "@/lib/analytics/charts/scale";
import { ChartSubject } from "./chart-subject";

/** Grid of label, plot and figures; on narrow screens the plot is below. */
const columns =
  "grid grid-cols-[minmax(0,1fr)_max-content] gap-x-3 roomy:grid-cols-[fit-content(32%)_minmax(0,1fr)_max-content]";
/** Subgrid: every row's plot has the same place and width. */
const line = "col-span-full grid grid-cols-subgrid items-center";
const plotPlace = "max-roomy:col-span-2 max-roomy:row-start-2 roomy:col-start-2 roomy:row-start-1";

/** Figures as dots with intervals on one scale; each row links to the cases it counts. */
export function DotIntervals({ rows, scale }: { rows: readonly DotRow[]; scale: ChartScale }) {
  if (rows.length === 0) return null;
  return (
    <ul className={columns}>
      {rows.map((row) => (
        <li
          key={row.key}
          className={`relative ${line} min-h-6 rounded-chip hover:bg-hover max-roomy:py-1`}
        >
          <RowName row={row} />
          <Plot row={row} scale={scale} />
          <span className="text-right text-secondary text-text-muted tabular-nums max-roomy:row-start-1 roomy:col-start-3">
            <b className="text-body text-text">{row.shown}</b> {row.basis}
          </span>
        </li>
      ))}
      <li className={line} aria-hidden="true">
        <Axis scale={scale} />
      </li>
    </ul>
  );
}

function RowName({ row: { subject, href } }: { row: DotRow }) {
  if (href === null) {
    return (
      <span className="max-roomy:row-start-1">
        <ChartSubject subject={subject} />
      </span>
    );
  }
  return (
    <Link
      className="inline-flex min-h-6 min-w-0 items-center hover:underline after:absolute after:inset-0 max-roomy:row-start-1"
      href={href}
      prefetch={false}
    >
      <ChartSubject subject={subject} />
    </Link>
  );
}

function Plot({ row, scale }: { row: DotRow; scale: ChartScale }) {
  const { subject, value, interval, hollow } = row;
  const [only] = subject.channels;
  const hue = subject.channels.length === 1 && only !== undefined ? `channel-${only}` : "chart-ink";
  const at = (place: number) => `${String(placeOn(scale, place))}%`;
  return (
    <span
      role="img"
      aria-label={`${subject.words}: ${row.shown}, ${row.basis}`}
      className={`${hue} ${plotPlace} relative mx-2 block h-6 max-roomy:h-5`}
    >
      {scale.ticks.map((tick) => (
        <span
          key={tick.at}
          className="absolute inset-y-0 w-px bg-chart-grid"
          style={{ left: at(tick.at) }}
        />
      ))}
      {scale.reference === null ? null : (
        <span
          className="absolute inset-y-0 border-l-2 border-dotted border-chart-axis"
          style={{ left: at(scale.reference.at) }}
        />
      )}
      {interval === null ? null : (
        <span
          className="absolute top-1/2 h-0.5 -translate-y-1/2 bg-(--channel)"
          style={{
            left: at(interval[0]),
            width: `${String(placeOn(scale, interval[1]) - placeOn(scale, interval[0]))}%`,
          }}
        />
      )}
      {hollow === null ? null : (
        <span
          className="absolute top-1/2 size-2.5 -translate-1/2 rounded-full border-[1.5px] border-(--channel) bg-panel"
          style={{ left: at(hollow) }}
        />
      )}
      {value === null ? null : (
        <span
          className="absolute top-1/2 size-2.5 -translate-1/2 rounded-full bg-(--channel)"
          style={{ left: at(value) }}
        />
      )}
    </span>
  );
}

/** Axis ticks; the reference value has its own row so that labels do not overlap. */
function Axis({ scale }: { scale: ChartScale }) {
  const at = (place: number) => `${String(placeOn(scale, place))}%`;
  return (
    <span
      className={`${plotPlace} relative mx-2 mt-0.5 block text-axis text-chart-axis ${scale.reference === null ? "h-4" : "h-8"}`}
    >
      {scale.ticks.map((tick) => (
        <span
          key={tick.at}
          className="absolute top-0 -translate-x-1/2 whitespace-nowrap"
          style={{ left: at(tick.at) }}
        >
          {tick.words}
        </span>
      ))}
      {scale.reference === null ? null : (
        <span
          className={`absolute top-4 whitespace-nowrap ${alignAt(placeOn(scale, scale.reference.at))}`}
          style={{ left: at(scale.reference.at) }}
        >
          ┊ {scale.reference.words}
        </span>
      )}
    </span>
  );
}

/** Labels near an end stay inside the plot. */
function alignAt(place: number): string {
  if (place > 75) return "-translate-x-full";
  return place < 25 ? "" : "-translate-x-1/2";
}
