import { z } from "zod";
import { closureEvidences, closureMethods, handoffKinds } from "@/lib/domain/case/case";
import { requiredStatuses } from "@/lib/domain/case/case-disclosure";
import { promiseKinds, promiseStates } from "@/lib/domain/case/case-promise";
import { factFates } from "@/lib/domain/case/handoff-facts";
import { channels } from "@/lib/domain/trace/channel";
import { dataFindingCodes } from "@/lib/domain/trace/finding";
import { agentKinds } from "@/lib/domain/trace/identity";
import { countSchema, exportedCaseSchema, exportedScoreSchema, instantSchema } from "./case-schema";

const ordinalSchema = countSchema.meta({ description: "Position in the case, from 0." });
const initiatorSchema = z.enum(["customer", "agent", "unknown"]);
/** What repeats what was said; null for who may not read it. */
const saidSchema = z
  .string()
  .nullable()
  .meta({ description: "Masked. null: the token may not read what was said." });

const quoteSchema = z
  .object({
    message: ordinalSchema,
    start: countSchema.meta({ description: "UTF-16 code units into the message's text." }),
    end: countSchema.meta({ description: "Exclusive." }),
    words: saidSchema,
  })
  .meta({ description: "Words of a message." });

const evidenceSchema = z.union([
  quoteSchema,
  z.object({ span: z.string().meta({ description: "<trace>/<span>" }) }),
]);

const contactSchema = z.object({
  ordinal: ordinalSchema,
  interaction_id: z.string().nullable(),
  channel: z.enum(channels),
  start: instantSchema.nullable(),
  end: instantSchema.nullable(),
  is_touchpoint: z.boolean(),
  agent_kinds: z.array(z.enum(agentKinds)),
  agent_ids: z.array(z.string()),
  initiator: initiatorSchema,
  team: z.string().nullable(),
  prompt_versions: z.array(z.string()),
  models: z.array(z.string()),
  releases: z.array(z.string()),
  messages: countSchema,
  spans: countSchema,
  spans_without_words: countSchema,
  is_transferred: z.boolean(),
  is_passed_on: z.boolean(),
});

const factSchema = z.object({
  kind: z.enum(["detail", "step", "commitment"]),
  what: saidSchema,
  by: z.enum(["customer", "agent"]),
  after: z.enum(factFates),
  given: quoteSchema,
  seen: evidenceSchema.nullable(),
});

const handoffSchema = z.object({
  ordinal: ordinalSchema,
  kind: z.enum(handoffKinds),
  from_contact: ordinalSchema,
  to_contact: ordinalSchema,
  from_channel: z.enum(channels),
  to_channel: z.enum(channels),
  from_kind: z.enum(agentKinds),
  to_kind: z.enum(agentKinds),
  to_team: z.string().nullable(),
  initiator: initiatorSchema,
  gap_seconds: z.number(),
  at_message: ordinalSchema,
  context_retention: z.number().min(0).max(1).nullable(),
  facts: z.array(factSchema),
});

const promiseSchema = z.object({
  contact: ordinalSchema,
  by: z.enum(agentKinds),
  kind: z.enum(promiseKinds),
  what: saidSchema,
  made: instantSchema.nullable(),
  due: instantSchema.nullable(),
  due_words: saidSchema,
  state: z.enum(promiseStates),
  because: saidSchema,
  settled: instantSchema.nullable(),
  quote: quoteSchema,
  evidence: evidenceSchema.nullable(),
});

const disclosureSchema = z.object({
  rule: z.string(),
  version: z.number().int(),
  title: z.string(),
  contact: ordinalSchema,
  status: z.enum(requiredStatuses),
  because: saidSchema,
  missing_elements: z.array(z.string()),
  due: instantSchema.nullable(),
  quote: quoteSchema.nullable(),
  trigger: quoteSchema.nullable(),
  near_miss: quoteSchema.nullable(),
});

const detailedScoreSchema = exportedScoreSchema.extend({
  because: saidSchema,
  quotes: z.array(evidenceSchema),
});

/** `GET /api/v1/cases/{id}`: a case with all that was found in it. */
export const caseDetailSchema = z
  .object({
    as_of: instantSchema.nullable(),
    workspace: z.string(),
    case: exportedCaseSchema.omit({ scores: true }),
    contacts: z.array(contactSchema),
    handoffs: z.array(handoffSchema),
    promises: z.array(promiseSchema),
    disclosures: z
      .array(disclosureSchema)
      .meta({ description: "What disclosure rules found where they apply or may apply." }),
    findings: z
      .array(z.object({ code: z.enum(dataFindingCodes), detail: z.string() }))
      .meta({ description: "What is wrong with the data of the case; the data were kept." }),
    scores: z.array(detailedScoreSchema),
    closure: z.object({
      method: z.enum(closureMethods),
      evidence: z.enum(closureEvidences),
      because: saidSchema,
      quotes: z.array(evidenceSchema),
    }),
  })
  .meta({ description: "A case with contacts, handoffs, promises, findings, scores and quotes." });

export type CaseDetail = z.infer<typeof caseDetailSchema>;
