import { z } from "zod";
import { channels } from "@/lib/domain/trace/channel";
import { meaningNames } from "./meanings/meanings";

/** Events in a contact that a rule's trigger or position names. */
const events = ["customer_asks_if_human", "payment_plan_agreed", "recording_started"] as const;

/** Conditions of a trigger besides events; all have to hold. */
const conditions = ["ai_agent", "customer_took_part", "agent_began"] as const;

const speakers = ["ai", "human", "agent", "system"] as const;

const element = z.discriminatedUnion("mode", [
  z.object({
    key: z.string().min(1),
    /** Regular expressions, case-insensitive, tried on one sentence. */
    mode: z.literal("verbatim"),
    anyOf: z.array(z.string().min(1)).min(1).readonly(),
  }),
  z.object({
    key: z.string().min(1),
    mode: z.literal("meaning"),
    anyOf: z.array(z.enum(meaningNames)).min(1).readonly(),
  }),
]);

/**
 * Something that must be said to a customer, as data. Increment `version` with every change. Shipped rules are dated
 * samples with their source, not legal advice.
 */
export const disclosureRuleSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.int().min(1),
  /** The requirement: "Say that an AI is speaking". */
  title: z.string().min(1),
  /** ISO 3166 codes, "US-CA", "EU", or "*". */
  jurisdictions: z
    .array(z.string().regex(/^(?:\*|[A-Z]{2}(?:-[A-Z0-9]{1,3})?)$/))
    .min(1)
    .readonly(),
  /** Where the contact's region is not known, or only its country. */
  ifRegionUnknown: z.enum(["applies", "not_evaluable"]),
  source: z.string().min(1),
  /** In force from the beginning of this day, UTC; null: always. */
  effectiveFrom: z.iso.date().nullable(),
  /** In force until the beginning of this day, UTC; null: for good. */
  effectiveTo: z.iso.date().nullable(),
  severity: z.enum(["critical", "high", "medium", "low"]),
  owner: z.string().min(1),
  /** The language its words are in. */
  language: z.literal("en"),
  trigger: z.object({
    conditions: z.array(z.enum(conditions)).readonly(),
    event: z.enum(events).nullable(),
  }),
  scope: z.enum(["once_per_interaction", "event"]),
  channels: z.array(z.enum(channels)).min(1).readonly(),
  /** Whose words count: `agent` is any agent, `system` an announcement. */
  speakers: z.array(z.enum(speakers)).min(1).readonly(),
  elements: z.array(element).min(1).readonly(),
  position: z.object({
    /** A turn is what agents say until the customer speaks. */
    withinAgentTurns: z.int().min(1).nullable(),
    /** From the first words; the first agent turn is always in time. */
    withinSeconds: z.number().positive().nullable(),
    beforeEvent: z.enum(events).nullable(),
    afterEvent: z.enum(events).nullable(),
  }),
});

export type DisclosureRule = Readonly<z.infer<typeof disclosureRuleSchema>>;
export type RuleEvent = (typeof events)[number];
export type RuleCondition = (typeof conditions)[number];
export type RuleElement = DisclosureRule["elements"][number];
