import { z } from "zod";
import { noticeMedia } from "../case/case-disclosure";
import { channels } from "../trace/channel";

/** A notice that somebody states of a channel: an announcement, a banner or a footer that stands there for some dates. */
export const channelNoticeSchema = z.object({
  channel: z.enum(channels),
  /** The id of a rule, the key of one of its elements, or a meaning: "call-is-recorded". */
  gives: z.string().trim().min(1).max(100),
  medium: z.enum(noticeMedia),
  /** From the beginning of this day, UTC. */
  from: z.iso.date(),
  /** Until the beginning of this day, UTC; null: still. */
  to: z.iso.date().nullable(),
  /** Its words, as the customer reads or hears them. */
  text: z.string().trim().min(1).max(2000),
  /** Who states it. */
  statedBy: z.string().trim().min(1).max(200),
});

export type ChannelNotice = Readonly<z.infer<typeof channelNoticeSchema>>;
