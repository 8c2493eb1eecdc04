/** Channels in display order. */
export const channels = ["voice", "chat", "email", "sms", "social", "in_app", "unknown"] as const;
export type Channel = (typeof channels)[number];

const synonyms: Readonly<Record<string, Channel>> = {
  voice: "voice",
  phone: "voice",
  call: "voice",
  telephone: "voice",
  telephony: "voice",
  voip: "voice",
  ivr: "voice",
  pstn: "voice",
  sip: "voice",
  phone_call: "voice",
  voice_call: "voice",
  chat: "chat",
  web: "chat",
  webchat: "chat",
  web_chat: "chat",
  live_chat: "chat",
  livechat: "chat",
  website: "chat",
  email: "email",
  e_mail: "email",
  mail: "email",
  sms: "sms",
  text: "sms",
  text_message: "sms",
  mms: "sms",
  rcs: "sms",
  social: "social",
  social_media: "social",
  twitter: "social",
  x: "social",
  facebook: "social",
  messenger: "social",
  facebook_messenger: "social",
  instagram: "social",
  whatsapp: "social",
  telegram: "social",
  dm: "social",
  in_app: "in_app",
  inapp: "in_app",
  app: "in_app",
  mobile: "in_app",
  mobile_app: "in_app",
  in_app_chat: "in_app",
  in_app_message: "in_app",
  unknown: "unknown",
};

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
  return own?.get(word) ?? (Object.hasOwn(synonyms, word) ? (synonyms[word] ?? null) : null);
}
