import type { Tone } from "@/lib/format/wording";

const shapes: Readonly<Record<Tone, string>> = {
  pass: "m-3.2.3 2.2 2.4 4-5",
  fail: "m-2.6-2.6 5.2 5.2m0-5.2-5.2 5.2",
  warn: "m0-3.4v4m0 2.4v.1",
  none: "m-2.6 0h5.2",
};

const strokes: Readonly<Record<Tone, string>> = {
  pass: "stroke-pass",
  fail: "stroke-fail",
  warn: "stroke-warn",
  none: "stroke-text-muted",
};

type ToneSymbolProps = { x: number; y: number; tone: Tone; radius?: number };

/** A verdict's icon in the SVG; with a radius it is circled (dashed: not evaluable). */
export function ToneSymbol({ x, y, tone, radius = 0 }: ToneSymbolProps) {
  return (
    <g transform={`translate(${x} ${y})`} className={strokes[tone]}>
      {radius === 0 ? null : (
        <circle
          r={radius}
          strokeWidth={1.5}
          strokeDasharray={tone === "none" ? "2.5 2" : undefined}
          className="fill-panel"
        />
      )}
      <path
        d={`M0 0${shapes[tone]}`}
        fill="none"
        strokeWidth={1.7}
        strokeLinecap="round"
        strokeLinejoin="round"
        transform={radius > 0 && radius < 7 ? "scale(.85)" : undefined}
      />
    </g>
  );
}
