import Link from "next/link";
import type { BarSegment } from "@/lib/analytics/charts/chart-model";

type StackedBarProps = {
  segments: readonly BarSegment[];
  /** The bar in one sentence. */
  label: string;
  /** `thin`: a comparison bar without a legend. */
  size?: "full" | "thin";
};

/** A stacked bar whose segments differ by pattern as well as shade; each segment links to its cases. */
export function StackedBar({ segments, label, size = "full" }: StackedBarProps) {
  const drawn = segments.filter(({ count }) => count > 0);
  if (drawn.length === 0) return null;
  return (
    <div className="grid gap-2">
      <div
        role="img"
        aria-label={label}
        className={`flex gap-0.5 ${size === "full" ? "h-8" : "h-2.5 opacity-70"}`}
      >
        {drawn.map(({ key, count, fill, words }) => (
          <span
            key={key}
            title={`${words}: ${String(count)}`}
            className={`bar-${fill} min-w-1 rounded-[2px]`}
            style={{ flex: `${String(count)} 1 0` }}
          />
        ))}
      </div>
      {size === "thin" ? null : (
        <ul className="flex flex-wrap gap-x-4">
          {segments.map((segment) => (
            <li key={segment.key}>
              <SegmentKey segment={segment} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const segmentLook = "flex min-h-6 items-center gap-1.5";

function SegmentKey({ segment: { words, count, share, fill, href } }: { segment: BarSegment }) {
  const inner = (
    <>
      <span className={`bar-${fill} size-2.5 flex-none rounded-[2px]`} />
      <span>
        {words}{" "}
        <span className="text-secondary whitespace-nowrap text-text-muted tabular-nums">
          <b className="text-body text-text">{count}</b> {share}
        </span>
      </span>
    </>
  );
  if (href === null || count === 0) return <span className={segmentLook}>{inner}</span>;
  return (
    <Link className={`${segmentLook} rounded-chip hover:underline`} href={href} prefetch={false}>
      {inner}
    </Link>
  );
}
