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
