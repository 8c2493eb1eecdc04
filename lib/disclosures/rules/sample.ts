import type { DisclosureRule } from "../rule";

type Usual = Pick<
  DisclosureRule,
  "version" | "ifRegionUnknown" | "effectiveFrom" | "effectiveTo" | "owner" | "language" | "scope"
>;

/** What a shipped rule has to say; the rest is usual. */
export type SampleRule = Omit<DisclosureRule, keyof Usual> & Partial<Usual>;

const usual: Usual = {
  version: 1,
  ifRegionUnknown: "not_evaluable",
  effectiveFrom: null,
  effectiveTo: null,
  owner: "shipped sample",
  language: "en",
  scope: "once_per_interaction",
};

/** Every channel that is known to be one. */
export const everyChannel = ["voice", "chat", "email", "sms", "social", "in_app"] as const;

/** Completes a shipped rule. */
export function sample(rule: SampleRule): DisclosureRule {
  return { ...usual, ...rule };
}
