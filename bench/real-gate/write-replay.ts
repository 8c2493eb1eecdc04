import { replayCaseId } from "@/lib/domain/gate/replay";
import type { Message } from "@/lib/domain/case/case";
import { caseOfRow } from "@/lib/scoring/case-of-row";
import { otlpRequest, type OtlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import type { SeededRandom } from "@/lib/testing/seeded-random";
import type { ReplayedRow } from "./pair-runs";

/** 2026-11-02T09:00:00Z. */
const firstUs = 1_793_610_000_000_000;
const stepUs = 15_000_000;
const awayUs = 2 * 3_600_000_000;

/** The case that a replay is derived as. */
export function caseIdOf({ release, item }: Pick<ReplayedRow, "release" | "item">): string {
  return replayCaseId({ run: release, item, repeat: 1 });
}

/** A replay as an exporter sends it: a trace for each contact, and the replay declared on the resource. */
export function writeReplay(replay: ReplayedRow, random: SeededRandom): OtlpRequest {
  const { messages } = caseOfRow(replay.row);
  const contacts =
    replay.cutAt === null
      ? [messages]
      : [messages.slice(0, replay.cutAt), messages.slice(replay.cutAt)];
  let startUs = firstUs;
  const spans = contacts.flatMap((said, at) => {
    const own = contactSpans(replay, said, at, startUs, random);
    startUs += said.length * stepUs + awayUs;
    return own;
  });
  const resource = {
    "service.name": "support",
    release: replay.release,
    "throughline.run": replay.release,
    "throughline.cohort.item": replay.item,
  };
  return otlpRequest(spans, { resource, scope: "replay" });
}

function contactSpans(
  replay: ReplayedRow,
  messages: readonly Message[],
  at: number,
  startUs: number,
  random: SeededRandom,
): readonly PlainSpan[] {
  const traceId = random.hex(32);
  const rootId = random.hex(16);
  const root: PlainSpan = {
    ...{ traceId, spanId: rootId, name: "interaction", startUs },
    endUs: startUs + messages.length * stepUs,
    attributes: {
      case_id: replay.item,
      customer_id: `${replay.release} ${replay.task}`,
      interaction_id: `${replay.release} ${replay.item} ${String(at + 1)}`,
      channel: replay.channels[at] ?? "unknown",
      "agent.type": "ai",
    },
  };
  const children = messages.flatMap((message, index): PlainSpan[] => {
    const said = spanOf(message);
    if (said === null) return [];
    const atUs = startUs + index * stepUs;
    return [{ traceId, spanId: random.hex(16), parentSpanId: rootId, startUs: atUs, ...said }];
  });
  return [root, ...children];
}

type Said = Pick<PlainSpan, "name" | "attributes" | "status">;

/** Null for a message without words: its tool calls have spans of their own. */
function spanOf({ speaker, text, tool }: Message): Said | null {
  if (tool !== null) {
    return {
      name: `execute_tool ${tool.name}`,
      attributes: {
        "gen_ai.operation.name": "execute_tool",
        "gen_ai.tool.name": tool.name,
        "gen_ai.tool.call.arguments": tool.args,
        "gen_ai.tool.call.result": text,
      },
      status: { code: tool.isError ? 2 : 1 },
    };
  }
  if (text.trim() === "") return null;
  return { name: "message", attributes: { "message.role": speaker, "message.content": text } };
}
