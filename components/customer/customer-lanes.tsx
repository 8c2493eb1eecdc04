import type { AgentKind } from "@/lib/domain/trace/identity";
import type { ChannelLane, CustomerPageModel } from "@/lib/pages/customer/customer-page-model";
import { ChannelLabel } from "../case/channel-label";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { lanes as words } from "@/lib/pages/customer/words";

const looks: Readonly<Record<AgentKind, string>> = {
  ai: "border-[1.5px] border-(--channel) bg-panel",
  human: "bg-(--channel)",
  unknown: "border-[1.5px] border-dashed border-(--channel) bg-panel",
};

/** Every contact of the customer, one lane a channel: AI outlined, people filled. */
export function CustomerLanes({ model }: { model: CustomerPageModel }) {
  const { lanes, lanesWords, firstUs, lastUs } = model;
  if (lanes.length === 0) return null;
  return (
    <Card title={words.title} subtitle={words.subtitle}>
      <div role="img" aria-label={words.label(lanesWords)}>
        {lanes.map((lane) => (
          <Lane key={lane.channel} lane={lane} />
        ))}
        <p className="flex justify-between gap-4 border-t border-border pt-1 pl-28 text-secondary text-text-faint max-roomy:pl-24">
          <Instant atUs={firstUs} style="day" />
          {firstUs === lastUs ? null : <Instant atUs={lastUs} style="day" />}
        </p>
      </div>
    </Card>
  );
}

function Lane({ lane: { channel, contacts } }: { lane: ChannelLane }) {
  return (
    <div className={`channel-${channel} flex items-center border-t border-border first:border-0`}>
      <span className="w-28 flex-none max-roomy:w-24">
        <ChannelLabel channel={channel} />
      </span>
      <span className="relative mx-1.5 block h-9 flex-1">
        <span className="absolute inset-x-0 top-1/2 h-px bg-chart-grid" />
        {contacts.map(({ left, kind, label }, index) => (
          <span
            key={index}
            title={label}
            className={`absolute top-1/2 h-5 w-2 -translate-1/2 rounded-[2px] ${looks[kind]}`}
            style={{ left: `${String(left * 100)}%` }}
          />
        ))}
      </span>
    </div>
  );
}
