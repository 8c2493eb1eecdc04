import type { DataFinding } from "@/lib/domain/trace/finding";
import type { LoggedEvent } from "@/lib/domain/trace/logged-event";
import type { Reading } from "@/lib/domain/trace/reading";
import type { SourceSpan } from "@/lib/domain/trace/span";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { declare } from "./conventions/declare";
import { readOtelScore } from "./conventions/read/read-imported-scores";
import { isEvaluationEvent } from "./conventions/read/read-logged-words";
import { readModel } from "./conventions/read/read-model";
import { scanAttributes } from "./conventions/scan";
import { storableOf, type Preparation } from "./prepare-span";

export type EventPreparation = Preparation & {
  /** One-way function with the workspace's key. @returns at least 15 hex digits */
  readonly keyedHash: (text: string) => string;
};

/**
 * Prepares a log event for storage, as a child of the span whose words it has. Its id follows from what was sent, so
 * that the same record twice is one, whatever it came with; its end keeps the order of one instant's events.
 * @param findings from decoding
 */
export function prepareEvent(
  event: LoggedEvent,
  findings: readonly DataFinding[],
  preparation: EventPreparation,
): StorableSpan {
  const source = spanOf(event, idOf(event, preparation));
  const scan = scanAttributes(source.attributes, source.scope);
  const { declared, findings: found } = declare(source, scan, preparation.settings);
  const reading: Reading = {
    kind: "llm",
    part: "event",
    declared,
    model: readModel({ span: source, scan, kindReading: { kind: "llm", rule: null } }),
    ...{ promptName: null, promptVersion: null, toolName: null },
    ...{ isToolError: false, toolCallId: null, failure: null, usage: null },
    system: event.system,
    input: event.input,
    output: event.output,
    ...{ passages: [], caseEvents: [], consumed: [] },
    importedScores: isEvaluationEvent(event.name)
      ? readOtelScore(event.attributes).map((score) => ({
          ...score,
          targetSpanId: score.targetSpanId ?? event.spanId,
        }))
      : [],
    findings: found,
  };
  return { ...storableOf(source, reading, findings, preparation), isSpeaking: true };
}

function spanOf(event: LoggedEvent, spanId: string): SourceSpan {
  const { traceId, name, atUs, place, attributes, resource, scope } = event;
  return {
    ...{ traceId, spanId, parentSpanId: event.spanId, name, attributes, resource, scope },
    ...{ otlpKind: 0, startUs: atUs, endUs: atUs + place },
    ...{ status: "unset", statusMessage: "", events: [], links: [] },
  };
}

/** In the order in which a prompt has them, for events of one instant that came one by one. */
const ranks = ["system", "user", "assistant", "tool", "choice"];

/** 16 hex digits. The key keeps what was sent from being guessed by its hash. */
function idOf(event: LoggedEvent, { keyedHash }: EventPreparation): string {
  const { spanId, atUs, source, repeat, scope } = event;
  const rank = 1 + ranks.findIndex((role) => event.name.startsWith(`gen_ai.${role}`));
  const hashed = keyedHash(JSON.stringify([event.traceId, spanId, atUs, scope, source, repeat]));
  return `${String(rank)}${hashed.slice(0, 15)}`;
}
