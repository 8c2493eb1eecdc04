import { z } from "zod";
import { closureEvidences } from "@/lib/domain/case/case";
import { outcomes } from "@/lib/domain/case/outcome";
import { channels } from "@/lib/domain/trace/channel";
import { spanKinds } from "@/lib/domain/trace/reading";
import { agentKinds, risks } from "@/lib/domain/trace/identity";

/** RFC 3339 in UTC. */
export const instantSchema = z.string().meta({ format: "date-time" });

/** A whole number from 0. */
export const countSchema = z.number().int().min(0);

const secondsSchema = z.number().min(0).nullable();

const verdictStatusSchema = z
  .enum(["scored", "not-applicable", "not-scorable"])
  .meta({ description: "Of `not-scorable` the condition was met, but nothing can be judged." });

export const exportedScoreSchema = z.object({
  evaluator: z.string(),
  version: z.union([z.number().int(), z.literal("imported")]),
  target: z.string().meta({
    description: "case, interaction:0, handoff:2, message:14 or span:<trace>/<span>",
  }),
  status: verdictStatusSchema,
  value: z.number().min(0).max(1).nullable(),
});

/** One case as `throughline export cases` and the API have it; the names are a contract. */
export const exportedCaseSchema = z
  .object({
    case_id: z.string(),
    customer_id: z.string().nullable(),
    case_type: z.string().nullable(),
    intent: z.string().nullable().meta({ description: "As declared by the traces." }),
    channels: z
      .array(z.enum(channels))
      .meta({ description: "One per touchpoint, in order of time; repeats stay." }),
    touchpoints: countSchema.meta({ description: "Contacts in which the customer took part." }),
    handoffs: countSchema,
    messages: countSchema,
    spans: countSchema,
    outcome: z.enum(outcomes),
    closure_evidence: z.enum(closureEvidences),
    resolved: z.boolean().nullable().meta({
      description:
        "Resolved with evidence. null: not to be judged yet, a duplicate, or its end is not known.",
    }),
    scores: z.array(exportedScoreSchema),
    inferred_intent: z
      .string()
      .nullable()
      .meta({ description: "From the customer's words where none is declared." }),
    intent_confidence: z.number().min(0).max(1).nullable(),
    opened: instantSchema.nullable(),
    last_contact: instantSchema.nullable(),
    closed: instantSchema.nullable().meta({ description: "null: not closed as of `as_of`." }),
    closed_by: z
      .enum(["event", "record", "inferred"])
      .nullable()
      .meta({ description: "`inferred`: nobody said so, it was silent for its channel's days." }),
    region: z.string().nullable(),
    teams: z.array(z.string()),
    agent_kinds: z.array(z.enum(agentKinds)),
    risk: z.enum(risks).nullable(),
    csat: z.number().nullable(),
    prompts: z.array(z.string()).meta({ description: "Each once: name@version, or the version." }),
    models: z.array(z.string()),
    releases: z.array(z.string()),
    input_tokens: z.number().min(0).nullable().meta({ description: "null: no span states it." }),
    output_tokens: z.number().min(0).nullable(),
    model_cost_usd: z
      .number()
      .min(0)
      .nullable()
      .meta({ description: "As the spans state it; null: none does." }),
    model_cost_estimated_usd: z.number().min(0).nullable().meta({
      description:
        "The most that further calls cost, whose spans state tokens and no cost, by public list prices; null: there is none, or one has no known price.",
    }),
    merged_into: z.string().nullable(),
    model_calls: countSchema,
    model_seconds: secondsSchema.meta({
      description: "Of all model calls added up; null: there was none, or none has a duration.",
    }),
    slowest_model_call_seconds: secondsSchema,
    first_token_seconds: secondsSchema.meta({
      description: "Median time to the first token; null: no span states it.",
    }),
    slowest_first_token_seconds: secondsSchema,
    failed_steps: z
      .array(z.enum(spanKinds))
      .meta({ description: "Kinds of the steps that failed, each once." }),
    failed_tools: z.array(z.string()),
    failed_models: z.array(z.string()),
    failed_prompts: z.array(z.string()),
  })
  .meta({ description: "A case as of the answer's `as_of`." });

export type ExportedCase = z.infer<typeof exportedCaseSchema>;
