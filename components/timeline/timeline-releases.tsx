import type { TimelineLayout } from "@/lib/view/timeline/layout-model";
import { MarkLink } from "./mark-link";

type TimelineReleasesProps = { layout: TimelineLayout; nameOf: (id: string) => string };

/** Versions that changed within the case, each with a line through the lanes. */
export function TimelineReleases({ layout, nameOf }: TimelineReleasesProps) {
  const { releases, releasesTop, lanesTop, rings } = layout;
  const y = releasesTop + 12;
  return releases.map(({ id, x, label }) => {
    const ring = rings.get(id);
    if (ring === undefined) return null;
    return (
      <MarkLink key={id} itemIds={[id]} ring={ring} name={nameOf(id)}>
        <line
          x1={x}
          x2={x}
          y1={lanesTop}
          y2={y}
          strokeDasharray="2 3"
          className="stroke-text-faint"
        />
        <path d={`M${x - 5} ${y}h10l-5 8z`} className="fill-text-muted" />
        <text x={x + 10} y={releasesTop + 22} className="timeline-halo fill-text-muted">
          {label}
        </text>
      </MarkLink>
    );
  });
}
