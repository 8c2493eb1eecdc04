import type { Channel } from "@/lib/domain/trace/channel";

/** SVG path of each channel's shape around the origin: channels differ without colour. */
const shapes: Readonly<Record<Channel, string>> = {
  voice: "M0 -4A4 4 0 1 1 0 4A4 4 0 1 1 0 -4Z",
  chat: "M-3.5 -3.5H3.5V3.5H-3.5Z",
  email: "M0 -4.2L4.2 3.4H-4.2Z",
  sms: "M0 -4.6L4.6 0L0 4.6L-4.6 0Z",
  social: "M-1.5 -4.2H1.5V-1.5H4.2V1.5H1.5V4.2H-1.5V1.5H-4.2V-1.5H-1.5Z",
  in_app: "M0 4.2L4.2 -3.4H-4.2Z",
  unknown: "M-4 -1.2H4V1.2H-4Z",
};

/** A contact's symbol in a dotted chart. Lengths are px. */
export function ChannelShape({ channel }: { channel: Channel }) {
  return (
    <path
      d={shapes[channel]}
      className={`channel-${channel} fill-(--channel) stroke-panel [stroke-width:0.75px]`}
    />
  );
}
