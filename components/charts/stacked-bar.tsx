import Link from "next/link";
import type { BarPart } from "@/lib/analytics/charts/chart-model";

type StackedBarProps = {
  parts: readonly BarPart[];
  /** The bar in one sentence. */
  label: string;
  /** `thin`: a comparison bar without a legend. */
  size?: "full" | "thin";
};

/** A stacked bar whose segments differ by pattern as well as shade; each segment links to its cases. */
export function StackedBar({ parts, label, size = "full" }: StackedBarProps) {
  const drawn = parts.filter(({ count }) => count > 0);
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
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {parts.map((part) => (
            <li key={part.key}>
              <PartKey part={part} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function PartKey({ part: { words, count, share, fill, href } }: { part: BarPart }) {
  const inner = (
    <>
      <span className={`bar-${fill} mt-[5px] size-2.5 flex-none rounded-[2px]`} />
      <span>
        <span className="block">{words}</span>
        <span className="block text-secondary text-text-muted tabular-nums">
          <b className="text-body text-text">{count}</b> {share}
        </span>
      </span>
    </>
  );
  if (href === null || count === 0) return <span className="flex gap-1.5">{inner}</span>;
  return (
    <Link className="flex gap-1.5 rounded-chip hover:underline" href={href} prefetch={false}>
      {inner}
    </Link>
  );
}
