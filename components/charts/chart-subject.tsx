import { Fragment } from "react";
import type { ChartSubject as Subject } from "@/lib/analytics/charts/chart-model";
import { ChannelLabel } from "../case/channel-label";
import { Icon } from "../ui/icon";

/** A chart row's label: a channel with its name, several as icons, or text. */
export function ChartSubject({ subject: { channels, words } }: { subject: Subject }) {
  const [only] = channels;
  if (only !== undefined && channels.length === 1) return <ChannelLabel channel={only} />;
  if (channels.length === 0) return <span className="[overflow-wrap:anywhere]">{words}</span>;
  return (
    <span className="inline-flex items-center gap-0.5" role="img" aria-label={words} title={words}>
      {channels.map((channel, at) => (
        <Fragment key={at}>
          {at === 0 ? null : <span className="text-text-faint">›</span>}
          <span className={`channel-${channel} grid text-(--channel-ink)`}>
            <Icon name={channel} />
          </span>
        </Fragment>
      ))}
    </span>
  );
}
