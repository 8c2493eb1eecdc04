import { formatCounted } from "@/lib/format/format";
import type { DistributionView } from "@/lib/pages/quality/quality-model";

/** Histogram of scores in tenths. */
export function ScoreBars({ distribution }: { distribution: DistributionView }) {
  const { counts, heights, summary } = distribution;
  return (
    <span className="grid w-32 gap-px">
      <span role="img" aria-label={summary} className="flex h-7 items-end gap-px">
        {counts.map((count, bin) => (
          <span
            key={bin}
            title={`${tenth(bin)}–${tenth(bin + 1)}: ${formatCounted(count, "score")}`}
            className={`min-w-0 flex-1 ${count === 0 ? "bg-border" : "bg-text-muted"}`}
            style={{
              height: count === 0 ? "1px" : `max(${String((heights[bin] ?? 0) * 100)}%, 2px)`,
            }}
          />
        ))}
      </span>
      <span aria-hidden="true" className="flex justify-between text-axis text-text-faint">
        <span>0</span>
        <span>1</span>
      </span>
    </span>
  );
}

function tenth(bin: number): string {
  return (bin / 10).toFixed(1);
}
