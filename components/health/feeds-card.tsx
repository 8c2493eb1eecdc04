import type { FeedView } from "@/lib/view/data-health-model";
import { formatCount } from "@/lib/view/format";
import { channelWords } from "@/lib/view/wording";
import { ChannelMark } from "../case/channel-mark";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { StatusBadge } from "../ui/status-badge";

type FeedsCardProps = { feeds: readonly FeedView[]; days: number };

/** Contacts by channel and day: a broken exporter looks like fewer problems. */
export function FeedsCard({ feeds, days }: FeedsCardProps) {
  return (
    <Card
      title="Contacts by channel and day"
      subtitle={`Last ${String(days)} days up to the newest contact; bars of all channels have one scale`}
      isFlush
    >
      <div className="records">
        <table>
          <thead>
            <tr>
              <th scope="col">Channel</th>
              <th scope="col">By day</th>
              <th scope="col" data-number="">
                Contacts
              </th>
              <th scope="col">Last contact</th>
              <th scope="col">Feed</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {feeds.map((feed) => (
              <FeedRow key={feed.channel} feed={feed} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function FeedRow({ feed }: { feed: FeedView }) {
  const { channel, total, lastUs, state } = feed;
  return (
    <tr>
      <td>
        <ChannelMark channel={channel} />
      </td>
      <td data-wide="">
        <DayBars feed={feed} />
      </td>
      <td data-number="" data-label="Contacts">
        {formatCount(total)}
      </td>
      <td data-label="Last contact" data-end="">
        <span className="text-secondary whitespace-nowrap text-text-muted">
          <Instant atUs={lastUs} style="minute" />
        </span>
      </td>
      <td data-lead="">
        <StatusBadge tone={state.tone} label={state.label} variant="bare" title={state.because} />
      </td>
      <td data-wide="">
        <span className="block text-secondary text-pretty text-text-muted">
          {state.tone === "pass" ? "" : state.because}
        </span>
      </td>
    </tr>
  );
}

function DayBars({ feed: { channel, days } }: { feed: FeedView }) {
  const list = days.map(({ label }) => label).join("; ");
  return (
    <span
      role="img"
      aria-label={`${channelWords[channel]} by day: ${list}`}
      className={`channel-${channel} flex h-7 w-56 items-end gap-px max-roomy:w-full`}
    >
      {days.map(({ label, height, count }) => (
        <span
          key={label}
          title={label}
          className={`min-w-0 flex-1 rounded-t-[1px] ${count === 0 ? "bg-border" : "bg-(--channel)"}`}
          style={{ height: count === 0 ? "1px" : `max(${String(height * 100)}%, 2px)` }}
        />
      ))}
    </span>
  );
}
