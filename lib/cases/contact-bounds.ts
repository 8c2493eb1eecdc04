import type { Channel } from "@/lib/domain/trace/channel";

/** What a contact without a declared id is: one trace (a phone call), a request with its answers, or all until a silence. */
export const contactBounds: Readonly<Record<Channel, "trace" | "request" | "silence">> = {
  voice: "trace",
  chat: "silence",
  email: "request",
  sms: "silence",
  social: "silence",
  in_app: "silence",
  unknown: "silence",
};

const dayMinutes = 1440;

/** After a longer pause, a session's next words are another contact: a day, and a fortnight where mail is written. */
export const sessionPauseMinutes: Readonly<Record<Channel, number>> = {
  voice: dayMinutes,
  chat: dayMinutes,
  email: 14 * dayMinutes,
  sms: dayMinutes,
  social: dayMinutes,
  in_app: dayMinutes,
  unknown: dayMinutes,
};
