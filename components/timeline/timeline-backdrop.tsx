import type { TimelineLayout } from "@/lib/view/timeline/layout-model";

const axisY = 40;
const zigzag = 6;

/** What everything stands on: breaks where time was cut out, lines between the rows, dates above. */
export function TimelineBackdrop({ layout }: { layout: TimelineLayout }) {
  return (
    <>
      <Breaks layout={layout} />
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

function Breaks({ layout: { gaps, height } }: { layout: TimelineLayout }) {
  return gaps.map(({ x, width, words, openWords }) => (
    <g key={x}>
      <rect x={x} y={axisY} width={width} height={height - axisY} className="fill-sunken" />
      {[x, x + width].map((edge) => (
        <path key={edge} d={zigzagAt(edge, height)} fill="none" className="stroke-border" />
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

function zigzagAt(x: number, height: number): string {
  const points = Math.ceil((height - axisY) / zigzag);
  const steps = Array.from({ length: points }, (_, at) => {
    const aside = at % 2 === 0 ? 2.2 : -2.2;
    return `L${(x + aside).toFixed(1)} ${Math.min(height, axisY + (at + 1) * zigzag)}`;
  });
  return `M${x.toFixed(1)} ${axisY}${steps.join("")}`;
}

function Rules({ layout }: { layout: TimelineLayout }) {
  const { lanes, lanesTop, promisesTop, disclosuresTop, releasesTop, width } = layout;
  const rails = [axisY, lanesTop - 8, promisesTop, disclosuresTop, releasesTop];
  return (
    <>
      {rails.map((y) => (
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
