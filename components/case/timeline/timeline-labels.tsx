import { formatCounted } from "@/lib/format/format";
import type { TimelineLayout } from "@/lib/pages/case/timeline/layout-model";
import type { Timeline } from "@/lib/pages/case/timeline/timeline-model";
import { channelWords } from "@/lib/format/wording";
import { trackLabels } from "@/lib/pages/case/words/timeline-card";

type TimelineLabelsProps = { timeline: Timeline; layout: TimelineLayout; width: number };

const left = 16;

/** Row labels; fixed while the rows scroll. */
export function TimelineLabels({ timeline, layout, width }: TimelineLabelsProps) {
  const { lanes, lanesTop, factsTop, promisesTop, disclosuresTop, releasesTop, height } = layout;
  const tops = new Set([factsTop, promisesTop, disclosuresTop, releasesTop]);
  const rules = [40, lanesTop - 8, ...tops];
  return (
    <svg
      className="sticky left-0 z-1 flex-none bg-panel text-axis"
      width={width}
      height={height}
      aria-hidden="true"
    >
      {rules.map((y) => (
        <line key={y} x1={0} x2={width} y1={y} y2={y} className="stroke-border" />
      ))}
      <Label y={90} words={trackLabels.case} below="" />
      <Label y={113} words={trackLabels.sla} below={timeline.sla.label} />
      {lanes.map(({ channel, top, contactCount }) => (
        <g key={channel} className={`channel-${channel}`}>
          <svg x={left} y={top + 19} width={15} height={15} viewBox="0 0 16 16">
            <use
              href={`#i-${channel}`}
              className="fill-none stroke-(--channel-ink)"
              strokeWidth={1.5}
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
          <text x={38} y={top + 26} className="fill-(--channel-ink) text-secondary font-semibold">
            {channel === "unknown" ? trackLabels.unknownChannel : channelWords[channel]}
          </text>
          <text x={38} y={top + 40} className="fill-text-faint text-[10.5px]">
            {formatCounted(contactCount, "contact")}
          </text>
        </g>
      ))}
      {factsTop === promisesTop ? null : (
        <Label y={factsTop + 19} words={trackLabels.facts} below={clausesOf(timeline.factsWords)} />
      )}
      <Label
        y={promisesTop + 25}
        words={trackLabels.promises}
        below={clausesOf(timeline.promisesWords)}
      />
      <Label
        y={disclosuresTop + 19}
        words={trackLabels.disclosures}
        below={timeline.disclosuresWords}
      />
      <Label y={releasesTop + 22} words={trackLabels.releases} below="" />
    </svg>
  );
}

/** A line each: "1 of 2 carried, 3 said again" is wider than the column. */
function clausesOf(words: string): readonly string[] {
  return words.split(", ");
}

type LabelProps = { y: number; words: string; below: string | readonly string[] };

function Label({ y, words, below }: LabelProps) {
  return (
    <>
      <text x={left} y={y} className="fill-text text-secondary">
        {words}
      </text>
      {[below].flat().map((line, at) => (
        <text key={line} x={left} y={y + 14 + at * 12} className="fill-text-faint text-[10.5px]">
          {line}
        </text>
      ))}
    </>
  );
}
