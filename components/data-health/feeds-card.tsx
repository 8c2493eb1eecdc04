import type { FeedsView, FeedView } from "@/lib/pages/data-health/data-health-model";
import type { HealthDays } from "@/lib/pages/data-health/url";
import { formatCount, formatCounted } from "@/lib/format/format";
import { ChannelLabel } from "@/components/case/channel-label";
import { Card } from "@/components/ui/card";
import { Instant } from "@/components/ui/instant";
import { StatusBadge } from "@/components/ui/status-badge";
import { DayBars } from "./day-bars";
import { DaysChoice } from "./days-choice";
import { FeedsTable } from "./feeds-table";

type FeedsCardProps = { view: FeedsView; chosen: HealthDays };

/** Contacts by channel and day: reveals an exporter that stopped sending. */
export function FeedsCard({ view, chosen }: FeedsCardProps) {
  const days = formatCounted(view.days.length, "day");
  return (
    <Card
      title="Contacts by channel and day"
      subtitle={`${days} up to the newest contact; all bars share one scale`}
      isFlush
    >
      <DaysChoice offered={view.daysOffered} chosen={chosen} />
      <div className="records">
        <table>
          <thead>
            <tr>
              <th scope="col">Channel</th>
              <th scope="col" className="w-2/5">
                By day
              </th>
              <th scope="col" data-number="">
                Contacts
              </th>
              <th scope="col">Last contact</th>
              <th scope="col">Feed</th>
            </tr>
          </thead>
          <tbody>
            {view.feeds.map((feed) => (
              <FeedRow key={feed.channel} feed={feed} days={view.days} />
            ))}
          </tbody>
        </table>
      </div>
      <FeedsTable view={view} />
    </Card>
  );
}

function FeedRow({ feed, days }: { feed: FeedView; days: readonly string[] }) {
  const { channel, total, lastUs, state } = feed;
  return (
    <tr>
      <td>
        <ChannelLabel channel={channel} />
      </td>
      <td data-wide="">
        <DayBars feed={feed} days={days} />
      </td>
      <td data-number="" data-label="Contacts">
        {formatCount(total)}
      </td>
      <td data-label="Last contact" data-end="">
        <span className="text-secondary whitespace-nowrap text-text-muted">
          <Instant atUs={lastUs} style="minute" />
        </span>
      </td>
      <td data-wide="">
        <div className="grid max-w-72 py-1">
          <StatusBadge tone={state.tone} label={state.label} variant="bare" />
          {state.tone === "pass" ? null : (
            <span className="text-axis text-pretty text-text-muted">{state.because}</span>
          )}
        </div>
      </td>
    </tr>
  );
}
