import { replayErrorKey } from "@/lib/domain/gate/replay";
import type { AttributeValue, SourceSpan, SpanEvent } from "@/lib/domain/trace/span";
import type { ReplayCall, ReplayContact, ReplayMessage, ReplayScore } from "./conversation";
import type { OrderedReplay } from "./order-contacts";

/** What the spans of a file's replays state. */
export type RunContext = {
  readonly run: string;
  readonly release: string | null;
  /** The cohort's name. */
  readonly cohort: string | null;
  /** Where a file states no times: the first contact of each replay begins then. */
  readonly startUs: number;
  readonly sha256: (text: string) => string;
};

const stepUs = 1_000_000;
const awayUs = 3_600_000_000;

/** The spans of a replay: a trace for each contact, of a root and a span for each message and tool's result. */
export function writeSpans(replay: OrderedReplay, run: RunContext): readonly SourceSpan[] {
  let fromUs = run.startUs;
  return replay.contacts.flatMap((contact, at) => {
    // A file that is one leg of its cases leaves room for those before it.
    const legUs = run.startUs + ((contact.leg ?? 1) - 1) * awayUs;
    const times = timesOf(contact, Math.max(fromUs, legUs));
    fromUs = (times.at(-1) ?? fromUs) + awayUs;
    return contactSpans(replay, contact, at, times, run);
  });
}

/** The messages' own times if all have one and they never go back, else a second for each. */
function timesOf({ startUs, messages }: ReplayContact, fromUs: number): readonly number[] {
  const own = messages.flatMap(({ atUs }) => atUs ?? []);
  const isTimed =
    own.length === messages.length && own.every((at, i) => i === 0 || at >= (own[i - 1] ?? 0));
  return isTimed ? own : messages.map((_, index) => (startUs ?? fromUs) + index * stepUs);
}

function contactSpans(
  { item, repeat }: OrderedReplay,
  contact: ReplayContact,
  at: number,
  times: readonly number[],
  run: RunContext,
): readonly SourceSpan[] {
  const leg = String(contact.leg ?? at + 1);
  // Other words are another contact: a corrected file never mixes with what was read of it before.
  const words = run.sha256(JSON.stringify(contact.messages)).slice(0, 8);
  const contactId = [run.run, item, String(repeat), leg, contact.channel, words].join(" ");
  const traceId = idOf(run, contactId, 32);
  const rootId = idOf(run, `${contactId} root`, 16);
  const startUs = times[0] ?? contact.startUs ?? run.startUs;
  const resource = attributes({
    "throughline.run": run.run,
    "throughline.cohort.item": item,
    "throughline.cohort.repeat": repeat,
    "throughline.cohort": run.cohort,
    release: run.release,
  });
  const span = (
    own: Pick<SourceSpan, "spanId" | "name" | "attributes"> & Partial<SourceSpan>,
  ): SourceSpan => ({
    ...{ traceId, parentSpanId: rootId, otlpKind: 1, startUs, endUs: startUs, resource },
    ...{ status: "unset", statusMessage: "", events: [], links: [], scope: "replay-file" },
    ...own,
  });
  const root = span({
    spanId: rootId,
    parentSpanId: null,
    name: "interaction",
    endUs: times.at(-1) ?? startUs,
    attributes: attributes({
      case_id: item,
      interaction_id: contactId,
      channel: contact.channel,
      "agent.type": "ai",
      [replayErrorKey]: contact.error,
    }),
    events: contact.scores.map((score) => scoreEvent(score, times.at(-1) ?? startUs)),
    ...(contact.error !== null && { status: "error", statusMessage: contact.error }),
  });
  const calls = new Map(
    contact.messages.flatMap((each) => each.calls).map((call) => [call.id, call] as const),
  );
  const answered = ({ callId }: ReplayMessage) => (callId === null ? undefined : calls.get(callId));
  const said = contact.messages.map((message, index) => {
    const atUs = times[index] ?? startUs;
    const spanId = idOf(run, `${contactId} ${String(index)}`, 16);
    return span({ spanId, startUs: atUs, endUs: atUs, ...spanOf(message, answered(message)) });
  });
  return [root, ...said];
}

function idOf({ sha256 }: RunContext, text: string, digits: number): string {
  return sha256(text).slice(0, digits);
}

function spanOf(
  message: ReplayMessage,
  call: ReplayCall | undefined,
): Pick<SourceSpan, "name" | "attributes"> {
  const { speaker, text, tool, callId, calls } = message;
  if (speaker === "tool") {
    const name = tool ?? call?.name ?? "tool";
    return {
      name: `execute_tool ${name}`,
      attributes: attributes({
        "gen_ai.operation.name": "execute_tool",
        "gen_ai.tool.name": name,
        "gen_ai.tool.call.id": callId,
        "gen_ai.tool.call.arguments": call?.args ?? null,
        "gen_ai.tool.call.result": text,
      }),
    };
  }
  return {
    name: "message",
    attributes: attributes({
      "message.role": speaker,
      "message.content": text,
      "message.tool_calls":
        calls.length === 0
          ? null
          : JSON.stringify(
              calls.map(({ id, name, args }) => ({ id, function: { name, arguments: args } })),
            ),
    }),
  };
}

function scoreEvent({ name, value, label, because }: ReplayScore, atUs: number): SpanEvent {
  return {
    name: "gen_ai.evaluation.result",
    atUs,
    attributes: attributes({
      "gen_ai.evaluation.name": name,
      "gen_ai.evaluation.score.value": value,
      "gen_ai.evaluation.score.label": label,
      "gen_ai.evaluation.explanation": because,
    }),
  };
}

/** Attributes without those that are null. */
function attributes(
  given: Readonly<Record<string, AttributeValue>>,
): ReadonlyMap<string, AttributeValue> {
  return new Map(Object.entries(given).filter(([, value]) => value !== null));
}
