import type { TimelineLayout } from "@/lib/pages/case/timeline/layout-model";

const axisY = 40;
const edgePx = 5;

type TimelineBackdropProps = {
  layout: TimelineLayout;
  /** Id of the SVG pattern of a break's edge. */
  zigzagId: string;
};

/** The timeline's background: breaks where time was cut out, row lines, dates. */
export function TimelineBackdrop({ layout, zigzagId }: TimelineBackdropProps) {
  return (
    <>
      <Breaks layout={layout} zigzagId={zigzagId} />
      <Rules layout={layout} />
      {layout.axis.map(({ x, anchor, strong, weak }) => (
        <g key={x} textAnchor={anchor}>
          <text x={x} y={16} className="fill-text font-semibold">
            {strong}
          </text>
          <text x={x} y={31} className="fill-text-muted">
            {weak}
          </text>
        </g>
      ))}
    </>
  );
}

function Breaks({ layout: { gaps, height }, zigzagId }: TimelineBackdropProps) {
  return gaps.map(({ x, width, words, openWords }) => (
    <g key={x}>
      <rect x={x} y={axisY} width={width} height={height - axisY} className="fill-sunken" />
      {[x, x + width].map((edge) => (
        <rect
          key={edge}
          width={edgePx}
          height={height - axisY}
          transform={`translate(${edge - edgePx / 2} ${axisY})`}
          fill={`url(#${zigzagId})`}
        />
      ))}
      <text x={x + width / 2} y={53} textAnchor="middle" className="fill-text-muted">
        {words}
      </text>
      <text x={x + width / 2} y={65} textAnchor="middle" className="fill-text-faint text-[10px]">
        {openWords}
      </text>
    </g>
  ));
}

function Rules({ layout }: { layout: TimelineLayout }) {
  const { lanes, lanesTop, factsTop, promisesTop, disclosuresTop, releasesTop, width } = layout;
  const tops = new Set([factsTop, promisesTop, disclosuresTop, releasesTop]);
  const lines = [axisY, lanesTop - 8, ...tops];
  return (
    <>
      {lines.map((y) => (
        <line key={y} x1={0} x2={width} y1={y} y2={y} className="stroke-border" />
      ))}
      {lanes.slice(1).map(({ channel, top }) => (
        <line
          key={channel}
          x1={0}
          x2={width}
          y1={top}
          y2={top}
          className="stroke-border opacity-70"
        />
      ))}
    </>
  );
}
