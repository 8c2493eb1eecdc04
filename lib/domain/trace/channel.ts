/** Channels in display order. */
export const channels = ["voice", "chat", "email", "sms", "social", "in_app", "unknown"] as const;
export type Channel = (typeof channels)[number];

/** A channel that is known to be one. */
export type KnownChannel = Exclude<Channel, "unknown">;

/** Whether people speak on a channel in a call rather than write; null: not known. */
export const isCall: Readonly<Record<Channel, boolean | null>> = {
  voice: true,
  chat: false,
  email: false,
  sms: false,
  social: false,
  in_app: false,
  unknown: null,
};

/** The names of each channel, by `channelWord`. */
const names: Readonly<Record<Channel, string>> = {
  voice: "voice phone call telephone telephony voip ivr pstn sip phone_call voice_call",
  chat: "chat web webchat web_chat live_chat livechat website",
  email: "email e_mail mail",
  sms: "sms text text_message mms rcs",
  social:
    "social social_media twitter x facebook messenger facebook_messenger instagram whatsapp telegram dm",
  in_app: "in_app inapp app mobile mobile_app in_app_chat in_app_message",
  unknown: "unknown",
};
const byName: ReadonlyMap<string, Channel> = new Map(
  channels.flatMap((channel) => names[channel].split(" ").map((name) => [name, channel])),
);

/** Canonical form of a channel name: "In-App" and "in app" are equal. */
export function channelWord(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s\-./]+/g, "_");
}

/**
 * Parses a channel name ("Phone", "in-app", "e-mail").
 * @param own synonyms by `channelWord`, with precedence over ours
 * @returns null for an unknown name (the caller records a finding)
 */
export function parseChannel(text: string, own?: ReadonlyMap<string, Channel>): Channel | null {
  const word = channelWord(text);
  return own?.get(word) ?? byName.get(word) ?? null;
}
