import type { FeedsView } from "@/lib/pages/data-health/data-health-model";
import { formatCount } from "@/lib/format/format";
import { channelWords } from "@/lib/format/wording";

/** The bars' numbers, newest day first. */
export function FeedsTable({ view: { days, feeds } }: { view: FeedsView }) {
  const newestFirst = days.map((day, at) => ({ day, at })).reverse();
  return (
    <details className="px-4 py-2 text-secondary">
      <summary className="min-h-6 leading-6 text-text-muted">Show as table</summary>
      <div
        role="region"
        aria-label="Contacts by channel and day, in numbers"
        tabIndex={0}
        className="max-h-80 overflow-auto"
      >
        <table className="w-full max-w-3xl">
          <thead className="sticky top-0 bg-panel text-text-faint">
            <tr>
              <th scope="col" className="py-1 pr-3 text-left font-normal">
                Day
              </th>
              {feeds.map(({ channel }) => (
                <th key={channel} scope="col" className="px-2 py-1 text-right font-normal">
                  {channelWords[channel]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {newestFirst.map(({ day, at }) => (
              <tr key={day} className="border-t border-border">
                <th scope="row" className="py-0.5 pr-3 text-left font-normal whitespace-nowrap">
                  {day}
                </th>
                {feeds.map(({ channel, counts }) => (
                  <td key={channel} className="px-2 py-0.5 text-right">
                    {formatCount(counts[at] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
