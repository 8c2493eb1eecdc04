import type { SlaBar } from "@/lib/pages/case/timeline/layout-model";
import { toneClasses } from "./tone-classes";
import { ToneSymbol } from "./tone-symbol";

const top = 111;
const middle = 115;

type TimelineSlaProps = {
  sla: SlaBar;
  /** Id of the SVG pattern of paused time. */
  hatchId: string;
};

/** The service clock: running solid, paused hatched, off hours thin, over in red with its word. */
export function TimelineSla({ sla, hatchId }: TimelineSlaProps) {
  return (
    <g>
      {sla.segments.map((segment, at) => (
        <Segment key={at} segment={segment} hatchId={hatchId} />
      ))}
      {sla.dueX === null ? null : (
        <line
          x1={sla.dueX}
          x2={sla.dueX}
          y1={top - 4}
          y2={top + 12}
          strokeWidth={1.5}
          className={sla.notes.some(({ isOver }) => isOver) ? "stroke-fail" : "stroke-text"}
        />
      )}
      {sla.notes.map((note) => (
        <Note key={note.x} note={note} />
      ))}
    </g>
  );
}

type SegmentProps = { segment: SlaBar["segments"][number]; hatchId: string };

function Segment({ segment: { x, width, state, isOver }, hatchId }: SegmentProps) {
  const box = { x, y: top, width, height: 8 };
  switch (state) {
    case "running":
      return <rect {...box} className={isOver ? "fill-fail" : "fill-text"} />;
    case "paused":
      return <rect {...box} fill={`url(#${hatchId})`} className="stroke-border-strong" />;
    case "off-hours":
      return <line {...lineOf(x, width)} strokeWidth={1.5} className="stroke-text" />;
    case "stopped":
      return <line {...lineOf(x, width)} strokeDasharray="1 3" className="stroke-border-strong" />;
  }
}

function lineOf(x: number, width: number) {
  return { x1: x, x2: x + width, y1: middle, y2: middle };
}

function Note({ note: { x, width, words, isOver } }: { note: SlaBar["notes"][number] }) {
  return (
    <g>
      <rect
        x={x - width / 2}
        y={middle - 8}
        width={width}
        height={16}
        rx={4}
        className={isOver ? toneClasses.fail.box : "fill-panel stroke-border"}
      />
      {isOver ? <ToneSymbol x={x - width / 2 + 10} y={middle} tone="fail" /> : null}
      <text
        x={isOver ? x - width / 2 + 18 : x}
        y={middle + 4}
        textAnchor={isOver ? "start" : "middle"}
        className={`text-[10.5px] ${isOver ? "fill-fail font-semibold" : "fill-text-muted"}`}
      >
        {words}
      </text>
    </g>
  );
}
