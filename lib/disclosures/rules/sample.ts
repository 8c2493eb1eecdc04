import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { keysOf } from "@/lib/domain/keys-of";
import type { KnownChannel } from "@/lib/domain/trace/channel";

type Usual = Pick<
  DisclosureRule,
  | "version"
  | "ifRegionUnknown"
  | "effectiveFrom"
  | "effectiveTo"
  | "owner"
  | "language"
  | "scope"
  | "periodDays"
  | "needsAck"
  | "prohibited"
  | "deadline"
>;

/** Whether a rule holds on each channel, in the order in which it names them. */
type OnChannels = Readonly<Record<KnownChannel, boolean>>;

/** What a shipped rule has to say; the rest is usual. */
export type SampleRule = Omit<DisclosureRule, keyof Usual | "channels"> & {
  readonly channels: OnChannels;
} & Partial<Usual>;

/** What a rule means that does not say it. */
export const usual: Usual = {
  version: 1,
  ifRegionUnknown: "not_evaluable",
  effectiveFrom: null,
  effectiveTo: null,
  owner: "shipped sample",
  language: "en",
  scope: "once_per_interaction",
  periodDays: null,
  needsAck: false,
  prohibited: false,
  deadline: null,
};

export const everyChannel: OnChannels = {
  voice: true,
  chat: true,
  email: true,
  sms: true,
  social: true,
  in_app: true,
};

export const onlyCalls: OnChannels = {
  voice: true,
  chat: false,
  email: false,
  sms: false,
  social: false,
  in_app: false,
};

/** Wherever in a contact. */
export const anywhere = {
  withinSeconds: null,
  beforeEvent: null,
  afterEvent: null,
  withinAgentTurns: null,
} as const;

/** Completes a shipped rule. */
export function sample(rule: SampleRule): DisclosureRule {
  const channels = keysOf(rule.channels).filter((channel) => rule.channels[channel]);
  return { ...usual, ...rule, channels };
}
