import { z } from "zod";
import { channels } from "@/lib/domain/trace/channel";
import { agentKinds } from "@/lib/domain/trace/identity";

const toolCallSchema = z.object({
  id: z.string().optional(),
  name: z.string(),
  arguments: z.unknown().optional(),
});

const messageSchema = z.object({
  role: z.enum(["user", "assistant", "agent", "tool", "system"]),
  content: z
    .string()
    .nullish()
    .transform((content) => content ?? ""),
  tool_calls: z.array(toolCallSchema).nullish(),
  tool_call_id: z.string().optional(),
  name: z.string().optional(),
  ts: z.union([z.number(), z.string()]).nullish(),
});

const interactionSchema = z.object({
  channel: z.enum(channels),
  agent_kind: z.enum(agentKinds),
  gap_minutes_before: z.number().nonnegative().default(0),
  messages: z.array(messageSchema),
});

/**
 * A labelled row of a public data set or exported label: one conversation (`messages`, with `context` if passages
 * were retrieved for it, empty if none were found), one case of several contacts (`interactions`), or a pair of
 * contacts (`a`, `b`). Disclosures are asked of one contact by `rule`, with its `channel`, `agent_kind`, `region` and
 * beginning `ts`.
 */
export const rowSchema = z.object({
  id: z.string(),
  source: z.string().default(""),
  domain: z.string().default(""),
  messages: z.array(messageSchema).default([]),
  interactions: z.array(interactionSchema).optional(),
  a: z.array(messageSchema).optional(),
  b: z.array(messageSchema).optional(),
  context: z.array(z.string()).optional(),
  rule: z.string().optional(),
  channel: z.string().nullish(),
  agent_kind: z.enum(agentKinds).nullish(),
  region: z.string().nullish(),
  ts: z.union([z.number(), z.string()]).nullish(),
  label: z.unknown().optional(),
  meta: z.record(z.string(), z.unknown()).default({}),
});

export type Row = z.infer<typeof rowSchema>;
export type RowMessage = z.infer<typeof messageSchema>;
export type RowInteraction = z.infer<typeof interactionSchema>;
