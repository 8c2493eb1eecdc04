import { z } from "zod";
import { channels } from "../trace/channel";
import { ruleConditions, ruleEvents, statedCondition } from "./rule-terms";
import { severities } from "./severity";

/** What rules can ask for by meaning; their readers are in `lib/disclosures/meanings`. */
export const meaningNames = ["speaker-is-ai", "call-is-recorded"] as const;
export type MeaningName = (typeof meaningNames)[number];

export const ruleScopes = [
  "once_per_interaction",
  "once_per_channel",
  "once_per_case",
  "once_per_customer",
  "once_per_period",
  "each_message",
  "once_per_participant_change",
  "event",
] as const;

const speakers = ["ai", "human", "agent", "system"] as const;

const element = z.discriminatedUnion("mode", [
  z.object({
    key: z.string().min(1),
    /** Regular expressions as RE2 has them, case-insensitive, tried on one sentence. */
    mode: z.literal("verbatim"),
    anyOf: z.array(z.string().min(1).max(500)).min(1).max(100).readonly(),
    /** A sentence with one of these does not give it: a denial, say. */
    noneOf: z.array(z.string().min(1).max(500)).min(1).max(100).readonly().optional(),
  }),
  z.object({
    key: z.string().min(1),
    mode: z.literal("meaning"),
    anyOf: z.array(z.enum(meaningNames)).min(1).readonly(),
  }),
]);

/** By when something has to be done after an event; null where the unit is not used. */
const deadline = z.object({
  from: z.enum(ruleEvents),
  businessDays: z.int().min(1).nullable().default(null),
  days: z.int().min(1).nullable().default(null),
});

/**
 * Something that must be said to a customer, as data. Increment `version` with every change. Shipped rules are dated
 * samples with their source, not legal advice.
 */
export const disclosureRuleSchema = z
  .object({
    id: z
      .string()
      .max(80)
      .regex(/^[a-z0-9-]+$/),
    version: z.int().min(1),
    /** The requirement: "Say that an AI is speaking". */
    title: z.string().min(1).max(300),
    /** ISO 3166 codes, "US-CA", "EU", or "*". */
    jurisdictions: z
      .array(z.string().regex(/^(?:\*|[A-Z]{2}(?:-[A-Z0-9]{1,3})?)$/))
      .min(1)
      .readonly(),
    /** Where the contact's region is not known, or only its country. */
    ifRegionUnknown: z.enum(["applies", "not_evaluable"]),
    source: z.string().min(1).max(1000),
    /** In force from the beginning of this day, UTC; null: always. */
    effectiveFrom: z.iso.date().nullable(),
    /** In force until the beginning of this day, UTC; null: for good. */
    effectiveTo: z.iso.date().nullable(),
    severity: z.enum(severities),
    owner: z.string().min(1).max(200),
    /** The language its words are in, ISO 639-1; elements by meaning are read in English only. */
    language: z.string().regex(/^[a-z]{2}$/),
    trigger: z.object({
      conditions: z
        .array(z.union([z.enum(ruleConditions), z.string().regex(statedCondition)]))
        .readonly(),
      event: z.enum(ruleEvents).nullable(),
    }),
    /** How often it is due. */
    scope: z.enum(ruleScopes),
    /** With the scope once_per_period: for so many days after it was given it is not due again. */
    periodDays: z.int().min(1).max(3660).nullable().default(null),
    channels: z.array(z.enum(channels)).min(1).readonly(),
    /** Whose words count: `agent` is any agent, `system` an announcement. */
    speakers: z.array(z.enum(speakers)).min(1).readonly(),
    /** Empty only where no words prove it: see `prohibited` and `deadline`. */
    elements: z.array(element).max(20).readonly(),
    position: z.object({
      /** A turn is what agents say until the customer speaks. */
      withinAgentTurns: z.int().min(1).nullable(),
      /** From the first words; the first agent turn is always in time. */
      withinSeconds: z.number().positive().nullable(),
      beforeEvent: z.enum(ruleEvents).nullable(),
      afterEvent: z.enum(ruleEvents).nullable(),
    }),
    /** The customer has to agree after it was said. */
    needsAck: z.boolean().default(false),
    /** Inverted: whoever says its elements breaks it, the customer included. */
    prohibited: z.boolean().default(false),
    deadline: deadline.nullable().default(null),
  })
  .refine(
    ({ elements, prohibited, deadline: due }) => elements.length > 0 || prohibited || due !== null,
    {
      path: ["elements"],
      error: "is empty, though the rule neither forbids something nor has a deadline",
    },
  )
  .refine(({ scope, periodDays }) => (scope === "once_per_period") === (periodDays !== null), {
    path: ["periodDays"],
    error: "belongs to the scope once_per_period, and to no other",
  })
  .refine(
    ({ language, elements }) =>
      language === "en" || elements.every(({ mode }) => mode === "verbatim"),
    { path: ["language"], error: "is not en, the only one in which meanings are read" },
  );

export type DisclosureRule = Readonly<z.infer<typeof disclosureRuleSchema>>;
export type RuleScope = (typeof ruleScopes)[number];
export type RuleEvent = (typeof ruleEvents)[number];
export type RuleElement = DisclosureRule["elements"][number];
