import type { AgentSegment, Bar, Box } from "@/lib/pages/case/timeline/layout-model";
import { SymbolLink } from "./symbol-link";
import { ToneSymbol } from "./tone-symbol";
import { symbols } from "@/lib/pages/case/words/timeline-card";

type TimelineBarsProps = {
  bars: readonly Bar[];
  rings: ReadonlyMap<string, Box>;
  nameOf: (id: string) => string;
};

const agentHeight = 17;
const customerTop = 19;
const customerHeight = 15;

/** Contacts as bars: agents in the upper half, the customer in the lower, the ending at the right. */
export function TimelineBars({ bars, rings, nameOf }: TimelineBarsProps) {
  return bars.map((bar) => (
    <SymbolLink
      key={bar.id}
      itemIds={bar.itemIds}
      ring={rings.get(bar.id) ?? bar}
      name={nameOfBar(bar, nameOf)}
    >
      <g className={`channel-${bar.channel}`}>
        <rect
          x={bar.x}
          y={bar.y}
          width={bar.width}
          height={bar.height}
          rx={5}
          className="fill-panel"
        />
        {bar.segments.map((segment) => (
          <Segment key={segment.x} segment={segment} bar={bar} />
        ))}
        <Ticks
          xs={bar.agentTicks.filter((x) => !isOnFilled(bar, x))}
          y={bar.y + 5}
          look="stroke-(--channel)"
        />
        <Ticks
          xs={bar.agentTicks.filter((x) => isOnFilled(bar, x))}
          y={bar.y + 5}
          look="stroke-panel"
        />
        <rect
          x={bar.x}
          y={bar.y + customerTop}
          width={bar.width}
          height={customerHeight}
          rx={4}
          className="fill-[color-mix(in_oklab,var(--channel)_13%,var(--panel))]"
        />
        <Ticks xs={bar.customerTicks} y={bar.y + 23} look="stroke-text-muted" />
      </g>
      <ToneSymbol
        x={bar.x + bar.width}
        y={bar.y + agentHeight + 0.5}
        tone={bar.tone}
        radius={bar.width < 20 ? 5.5 : 7}
      />
      {bar.isSkewed ? <SkewFlag bar={bar} /> : null}
    </SymbolLink>
  ));
}

/** The ratings below the bars, above the lines that come from them; the bars' names hold them too. */
export function TimelineRatings({ bars }: Pick<TimelineBarsProps, "bars">) {
  return bars.map(({ id, x, y, height, rating }) =>
    rating === "" ? null : (
      <text
        key={id}
        x={x}
        y={y + height + 9}
        className="timeline-halo pointer-events-none fill-text text-[10.5px] font-semibold"
        aria-hidden="true"
      >
        {rating}
      </text>
    ),
  );
}

function nameOfBar({ itemIds, id }: Bar, nameOf: (id: string) => string): string {
  return itemIds.length === 1 ? nameOf(id) : symbols.contacts(itemIds.length, nameOf(id));
}

/** AI is outlined, human filled, unknown dashed. */
function Segment({
  segment: { kind, x, width, letters, lettersX },
  bar,
}: {
  segment: AgentSegment;
  bar: Bar;
}) {
  const isFilled = kind === "human";
  const inset = isFilled ? 0 : 0.75;
  return (
    <>
      <rect
        x={x + inset}
        y={bar.y + inset}
        width={Math.max(1, width - 2 * inset)}
        height={agentHeight - 2 * inset}
        rx={4}
        strokeWidth={1.5}
        strokeDasharray={kind === "ai" || isFilled ? undefined : "3 2"}
        className={isFilled ? "fill-(--channel)" : "fill-panel stroke-(--channel)"}
      />
      {letters === "" ? null : (
        <text
          x={lettersX}
          y={bar.y + 12.5}
          className={`text-[10.5px] font-semibold ${isFilled ? "fill-panel" : "fill-(--channel-ink)"}`}
        >
          {letters}
        </text>
      )}
    </>
  );
}

/** Turn ticks need contrast on a filled segment. */
function isOnFilled({ segments }: Bar, x: number): boolean {
  return segments.findLast((segment) => segment.x <= x)?.kind === "human";
}

/** Turns, as one line of many strokes. */
function Ticks({ xs, y, look }: { xs: readonly number[]; y: number; look: string }) {
  if (xs.length === 0) return null;
  return <path d={xs.map((x) => `M${x} ${y}v7`).join("")} strokeWidth={2} className={look} />;
}

function SkewFlag({ bar }: { bar: Bar }) {
  return (
    <path
      transform={`translate(${bar.x + 1} ${bar.y})`}
      d="M0 0V-11H9L7-8 9-5H0"
      className="fill-warn-wash stroke-warn"
      strokeWidth={1.3}
    />
  );
}
