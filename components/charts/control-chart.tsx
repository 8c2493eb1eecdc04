"use client";

import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { DotItemDotProps, XAxisTickContentProps } from "recharts";
import type { ControlPlot, ControlPoint } from "@/lib/pages/persona/persona-model";
import { TimeMarkers } from "./time-markers";

type ControlChartProps = {
  plot: ControlPlot;
  /** The chart in one sentence. */
  label: string;
};

/** A control chart: series, control limits, tolerance, annotations; readable by pointer or arrow keys. */
export function ControlChart({ plot, label }: ControlChartProps) {
  const { yTicks, yScale, xTicks, points, markers } = plot;
  return (
    <div className="relative mt-4 text-axis">
      <div className="pointer-events-none absolute inset-0 top-1 right-1 bottom-5 left-9">
        <TimeMarkers markers={markers} />
      </div>
      <ComposedChart
        responsive
        className="h-41 w-full"
        data={points}
        margin={{ top: 4, right: 4, bottom: 0, left: 0 }}
        aria-label={label}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="x"
          type="number"
          domain={[0, 100]}
          ticks={xTicks.map(({ x }) => x)}
          tick={(tick) => <DayTick {...tick} words={xTicks} />}
          interval={0}
          height={20}
          axisLine={false}
          tickLine={false}
        />
        <YAxis
          domain={[yScale.from, yScale.to]}
          allowDataOverflow
          ticks={yTicks.map(({ at }) => at)}
          tickFormatter={(at) => yTicks.find((tick) => tick.at === at)?.words ?? ""}
          tick={{ fill: "var(--chart-axis)" }}
          interval={0}
          width={36}
          axisLine={false}
          tickLine={false}
        />
        <Ground plot={plot} />
        <Lines isStepped={plot.isStepped} />
        <Tooltip
          content={({ payload }) => <PointWords point={payload[0]?.payload as ControlPoint} />}
          cursor={{ stroke: "var(--chart-axis)" }}
          isAnimationActive={false}
        />
      </ComposedChart>
    </div>
  );
}

function DayTick({ x, y, index, words }: XAxisTickContentProps & { words: ControlPlot["xTicks"] }) {
  const anchor = index === 0 ? "start" : index === words.length - 1 ? "end" : "middle";
  return (
    <text x={x} y={y} dy="0.8em" textAnchor={anchor} fill="var(--chart-axis)">
      {words[index]?.words}
    </text>
  );
}

function Ground({ plot: { contract, baselineEnd, yScale, reference } }: { plot: ControlPlot }) {
  return (
    <>
      {contract === null ? null : (
        <ReferenceArea
          y1={contract.low}
          y2={contract.high}
          className="print:[&_path]:stroke-border"
          fill="var(--sunken)"
          fillOpacity={1}
        />
      )}
      {baselineEnd === 0 ? null : (
        <ReferenceLine
          segment={[
            { x: 0, y: yScale.from },
            { x: baselineEnd, y: yScale.from },
          ]}
          stroke="var(--border-strong)"
          strokeWidth={2}
          label={{ value: "baseline", position: "insideBottomLeft", fill: "var(--text-faint)" }}
        />
      )}
      {reference === null ? null : (
        <ReferenceLine
          y={reference.at}
          stroke="var(--chart-axis)"
          strokeDasharray="3 3"
          label={{
            value: reference.words,
            position: "insideBottomRight",
            fill: "var(--chart-axis)",
          }}
        />
      )}
    </>
  );
}

const limit = {
  stroke: "var(--text-faint)",
  strokeDasharray: "3 3",
  dot: false,
  activeDot: false,
  isAnimationActive: false,
} as const;

function Lines({ isStepped }: Pick<ControlPlot, "isStepped">) {
  return (
    <>
      <Line {...limit} dataKey={({ limits }: ControlPoint) => limits?.[0]} />
      <Line {...limit} dataKey={({ limits }: ControlPoint) => limits?.[1]} />
      <Line
        dataKey="dot"
        stroke="none"
        dot={{ r: 2, fill: "var(--channel)", fillOpacity: 0.45 }}
        activeDot={{ r: 3, fill: "var(--channel)", stroke: "none" }}
        isAnimationActive={false}
      />
      <Line
        dataKey="line"
        type={isStepped ? "stepBefore" : "linear"}
        stroke="var(--channel)"
        strokeWidth={1.75}
        dot={(dot) => <OutsideDot key={dot.index} {...dot} />}
        activeDot={{ r: 3, fill: "var(--channel)", stroke: "none" }}
        isAnimationActive={false}
      />
    </>
  );
}

/** An alarm point: ringed, so that it does not depend on colour. */
function OutsideDot({ cx, cy, payload }: DotItemDotProps) {
  if (!(payload as ControlPoint).isOutside) return null;
  return (
    <g fill="var(--panel)" strokeWidth={2}>
      <circle cx={cx} cy={cy} r={4.5} stroke="var(--fail)" />
      <circle cx={cx} cy={cy} r={3} stroke="var(--channel)" />
    </g>
  );
}

function PointWords({ point }: { point: ControlPoint | undefined }) {
  if (point === undefined || point.words.length === 0) return null;
  return (
    <p
      role="status"
      className="rounded-chip border border-border-strong bg-panel px-2 py-1 text-secondary whitespace-nowrap tabular-nums"
    >
      {point.words.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </p>
  );
}
