import type { ReleaseTick, TimelineLayout } from "@/lib/pages/case/timeline/layout-model";
import { SymbolLink } from "./symbol-link";

type TimelineReleasesProps = { layout: TimelineLayout; nameOf: (id: string) => string };

/** Prompt and release changes within the case, each as a vertical line. */
export function TimelineReleases({ layout, nameOf }: TimelineReleasesProps) {
  const { releases, releasesTop, lanesTop, rings } = layout;
  const y = releasesTop + 12;
  return releases.map(({ id, x, label, symbols }) => {
    const ring = rings.get(id);
    if (ring === undefined) return null;
    return (
      <SymbolLink key={id} itemIds={[id]} ring={ring} name={nameOf(id)}>
        <line
          x1={x}
          x2={x}
          y1={lanesTop}
          y2={y}
          strokeDasharray="2 3"
          className="stroke-text-faint"
        />
        {symbols.map((symbol) => (
          <LaneSymbol key={symbol.y} symbol={symbol} />
        ))}
        <path d={`M${x - 5} ${y}h10l-5 8z`} className="fill-text-muted" />
        <text x={x + 10} y={releasesTop + 22} className="timeline-halo fill-text-muted">
          {label}
        </text>
      </SymbolLink>
    );
  });
}

/** First contact of a channel's agent on the new version. */
function LaneSymbol({ symbol: { x, y, words } }: { symbol: ReleaseTick["symbols"][number] }) {
  return (
    <>
      <path d={`M${x - 4} ${y - 1}h8l-4 7z`} className="fill-text" />
      <text x={x + 7} y={y + 6} className="timeline-halo fill-text text-[10.5px] font-semibold">
        {words}
      </text>
    </>
  );
}
