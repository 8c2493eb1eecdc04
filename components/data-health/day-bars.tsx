import type { FeedView } from "@/lib/pages/data-health/data-health-model";
import { formatCounted } from "@/lib/format/format";

/** Above this number of days the bars have no gap. */
const apartMax = 60;

/** A channel's contacts per day. */
export function DayBars({ feed, days }: { feed: FeedView; days: readonly string[] }) {
  const gap = days.length > apartMax ? "" : "gap-px";
  return (
    <span
      role="img"
      aria-label={feed.summary}
      className={`channel-${feed.channel} flex h-7 w-full min-w-56 items-end max-roomy:min-w-0 ${gap}`}
    >
      {feed.counts.map((count, at) => (
        <span
          key={days[at]}
          title={`${days[at] ?? ""}: ${formatCounted(count, "contact")}`}
          className={`max-w-4 min-w-0 flex-1 rounded-t-[1px] ${count === 0 ? "bg-border" : "bg-(--channel)"}`}
          style={{
            height: count === 0 ? "1px" : `max(${String((feed.heights[at] ?? 0) * 100)}%, 2px)`,
          }}
        />
      ))}
    </span>
  );
}
