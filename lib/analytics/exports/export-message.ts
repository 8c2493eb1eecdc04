import type { DerivedCase, Message } from "@/lib/domain/case/case";
import { instantOf } from "./export-case";

/** One message as `throughline export messages` prints it; the names are the export's contract. */
export type ExportedMessage = {
  readonly case: string;
  /** Position in the case, from 0. */
  readonly ordinal: number;
  /** Position of its contact in the case, from 0. */
  readonly interaction: number;
  readonly channel: string;
  readonly speaker: string;
  readonly agent_kind: string;
  readonly at: string | null;
  /** Masked, as on the Case page. */
  readonly text: string;
  /** Of a tool's result; else null. */
  readonly tool: Message["tool"];
  /** The calls that it asked for. */
  readonly toolCalls: Message["toolCalls"];
};

/** The messages of a case, in order. */
export function exportMessages({
  caseId,
  messages,
  interactions,
}: Pick<DerivedCase, "caseId" | "messages" | "interactions">): readonly ExportedMessage[] {
  const channels = new Map(interactions.map(({ ordinal, channel }) => [ordinal, channel]));
  return messages.map((message) => ({
    case: caseId,
    ordinal: message.ordinal,
    interaction: message.interaction,
    channel: channels.get(message.interaction) ?? "unknown",
    speaker: message.speaker,
    agent_kind: message.agentKind,
    at: instantOf(message.atUs),
    text: message.text,
    tool: message.tool,
    toolCalls: message.toolCalls,
  }));
}

/** A message as one row of plain cells, for CSV; what it asked tools for stays JSON, empty without a call. */
export function flatMessage({ tool, toolCalls, ...plain }: ExportedMessage): object {
  return {
    ...plain,
    "tool.name": tool?.name ?? null,
    "tool.args": tool?.args ?? null,
    "tool.isError": tool?.isError ?? null,
    toolCalls: toolCalls.length === 0 ? null : toolCalls,
  };
}
