import type { DisclosureRule } from "@/lib/domain/disclosures/rule";

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

/** What a shipped rule has to say; the rest is usual. */
export type SampleRule = Omit<DisclosureRule, keyof Usual> & Partial<Usual>;

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

/** Every channel that is known to be one. */
export const everyChannel = ["voice", "chat", "email", "sms", "social", "in_app"] as const;

export const writtenChannels = ["chat", "email", "sms", "in_app"] as const;

/** Wherever in a contact. */
export const anywhere = {
  withinSeconds: null,
  beforeEvent: null,
  afterEvent: null,
  withinAgentTurns: null,
} as const;

/** Completes a shipped rule. */
export function sample(rule: SampleRule): DisclosureRule {
  return { ...usual, ...rule };
}
