import { z } from "zod";
import { channelNoticeSchema, type ChannelNotice } from "./channel-notice";
import { disclosureRuleSchema, type DisclosureRule } from "./rule";

const ownRule = z.object({
  rule: disclosureRuleSchema,
  published: z.object({ atUs: z.int(), by: z.string().max(200) }),
});

/** A rule that a workspace wrote or edited. One with a shipped rule's id stands in its place. */
export type OwnRule = Readonly<z.infer<typeof ownRule>>;

/** When a rule was published, µs since 1970, and the public id of who did it. */
export type Published = OwnRule["published"];

export type DisclosureRuleSettings = {
  /** Ids of the rules that are on. */
  readonly on: readonly string[];
  readonly own: readonly OwnRule[];
  /** Announcements, banners and footers that stand on a channel. */
  readonly notices?: readonly ChannelNotice[] | undefined;
  /** Facts of the workspace that triggers name ("debt_collector"); a missing one is not known. */
  readonly facts?: Readonly<Record<string, boolean>> | undefined;
  /** Spellings of regions that senders have for themselves, with the place that each is, "US-CA"; case-insensitive. */
  readonly regions?: Readonly<Record<string, string>> | undefined;
};

/** A rule as a workspace has it. */
export type WorkspaceRule = {
  readonly rule: DisclosureRule;
  readonly isOn: boolean;
  /** Null: as shipped. */
  readonly published: Published | null;
  /** The shipped rule of the same id; null if there is none. */
  readonly shipped: DisclosureRule | null;
};

/** What no trace shows and somebody states of the workspace. */
export type StatedFacts = Pick<DisclosureRuleSettings, "notices" | "facts" | "regions">;

export const rulesOnMax = 100;
export const ownRulesMax = 200;
const noticesMax = 200;
const factsMax = 100;
const regionsMax = 500;

const statedShape = {
  notices: z
    .array(channelNoticeSchema)
    .max(noticesMax, { error: `Up to ${String(noticesMax)} notices are kept.` })
    .readonly()
    .optional(),
  facts: z
    .record(z.string().regex(/^[a-z][a-z0-9_]{0,79}$/), z.boolean())
    .refine((facts) => Object.keys(facts).length <= factsMax, {
      error: `Up to ${String(factsMax)} facts are kept.`,
    })
    .optional(),
  regions: z
    .record(z.string().trim().min(1).max(100), z.string().trim().min(1).max(100))
    .refine((regions) => Object.keys(regions).length <= regionsMax, {
      error: `Up to ${String(regionsMax)} regions are kept.`,
    })
    .optional(),
};

export const statedFactsSchema = z.object(statedShape);

/** Settings of earlier versions are a list of the ids that are on. */
export const disclosureRuleSettingsSchema = z.preprocess(
  (stored) => (Array.isArray(stored) ? { on: stored, own: [] } : stored),
  z.object({
    on: z
      .array(z.string().trim().min(1).max(100))
      .max(rulesOnMax, { error: `Up to ${String(rulesOnMax)} rules can be on.` })
      .readonly(),
    own: z
      .array(ownRule)
      .max(ownRulesMax, { error: `Up to ${String(ownRulesMax)} rules of one's own are kept.` })
      .readonly(),
    ...statedShape,
  }),
);
