import { placeOn } from "@/lib/analytics/charts/scale";
import type { ShareGauge as Gauge } from "@/lib/pages/releases/releases-model";

const inks = {
  pass: "fill-pass stroke-pass",
  fail: "fill-fail stroke-fail",
  warn: "fill-warn stroke-warn",
  none: "fill-text-muted stroke-text-muted",
} as const;

/** The share with its interval on an axis, beside the bar and the baseline's share. */
export function ShareGauge({ gauge }: { gauge: Gauge }) {
  const { scale, tone, value, interval, baseline, label } = gauge;
  const at = (place: number) => `${String(placeOn(scale, place))}%`;
  const [from, to] = [at(interval[0]), at(interval[1])];
  return (
    <svg
      width="100%"
      height="92"
      role="img"
      aria-label={label}
      className="overflow-visible text-axis"
    >
      <line x1="0" x2="100%" y1="46" y2="46" className="stroke-border-strong" />
      {scale.ticks.map((tick) => (
        <g key={tick.at}>
          <line
            x1={at(tick.at)}
            x2={at(tick.at)}
            y1="43"
            y2="49"
            className="stroke-border-strong"
          />
          <Label at={placeOn(scale, tick.at)} y={88} words={tick.words} look="fill-chart-axis" />
        </g>
      ))}
      {scale.reference === null ? null : (
        <>
          <line
            {...{ x1: at(scale.reference.at), x2: at(scale.reference.at), y1: 16, y2: 62 }}
            className="stroke-text"
            strokeWidth="1.5"
            strokeDasharray="2 2"
          />
          <Label
            at={placeOn(scale, scale.reference.at)}
            y={11}
            words={scale.reference.words}
            look="fill-text font-semibold"
          />
        </>
      )}
      <g className={inks[tone]}>
        <line x1={from} x2={to} y1="46" y2="46" strokeWidth="4" />
        <line x1={from} x2={from} y1="39" y2="53" strokeWidth="2" />
        <line x1={to} x2={to} y1="39" y2="53" strokeWidth="2" />
        <circle cx={at(value.at)} cy="46" r="6" stroke="none" />
      </g>
      <Label
        at={placeOn(scale, value.at)}
        y={32}
        words={value.words}
        look="fill-text font-semibold"
      />
      {baseline === null ? null : (
        <>
          <circle
            cx={at(baseline.at)}
            cy="46"
            r="4.5"
            strokeWidth="1.75"
            className="fill-panel stroke-text-muted"
          />
          <Label
            at={placeOn(scale, baseline.at)}
            y={72}
            words={baseline.words}
            look="fill-text-muted"
          />
        </>
      )}
    </svg>
  );
}

type LabelProps = { at: number; y: number; words: string; look: string };

/** Labels near an end stay inside the drawing. */
function Label({ at, y, words, look }: LabelProps) {
  const anchor = at < 15 ? "start" : at > 85 ? "end" : "middle";
  return (
    <text x={`${String(at)}%`} y={y} textAnchor={anchor} className={`tabular-nums ${look}`}>
      {words}
    </text>
  );
}
