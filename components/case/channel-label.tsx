import type { Channel } from "@/lib/domain/trace/channel";
import { channelWords } from "@/lib/format/wording";
import { Icon } from "../ui/icon";

/** A channel as icon and label; never by colour alone. */
export function ChannelLabel({ channel }: { channel: Channel }) {
  return (
    <span
      className={`channel-${channel} inline-flex items-center gap-1.5 whitespace-nowrap text-(--channel-ink)`}
    >
      <Icon name={channel} />
      {channelWords[channel]}
    </span>
  );
}
