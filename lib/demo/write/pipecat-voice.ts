import { rfc3339 } from "../calendar";
import type { OutSpan, PlainAttributes } from "./otlp";
import {
  argsOf,
  resultOf,
  stepsOf,
  textOf,
  tokensOf,
  type ContextMessage,
  type Step,
} from "./steps";
import {
  aiOf,
  identityOf,
  instructionsOf,
  caseEventsOf,
  scoreEvents,
  slaAttributes,
  type Stretch,
  type Writer,
} from "./writer";

/** Pipecat: identity on the conversation span only; turns hold speech, model and voice spans. */
export const writePipecatVoice: Writer = (stretch) => {
  const { contact, traceId, spanId, startUs, endUs } = stretch;
  const rootId = spanId();
  const root: OutSpan = {
    traceId,
    spanId: rootId,
    name: "conversation",
    startUs,
    endUs,
    attributes: {
      "conversation.id": contact.interactionId,
      "conversation.type": "voice",
      ...identityOf(stretch, "voice"),
      ...slaAttributes(stretch, rfc3339),
    },
    events: [...caseEventsOf(stretch), ...scoreEvents(stretch)],
  };
  const spans: OutSpan[] = [];
  let turn: OutSpan | null = null;
  for (const step of stepsOf(stretch.turns)) {
    if (turn === null || step.type === "heard") {
      turn = turnSpan(
        stretch,
        rootId,
        step,
        spans.filter(({ name }) => name === "turn").length + 1,
      );
      spans.push(turn);
    }
    spans.push(...spansOf(step, stretch, turn.spanId));
  }
  const resource = { "service.name": "outage-line" };
  return [{ resource, scope: "pipecat", spans: [...spans, root] }];
};

function turnSpan(stretch: Stretch, rootId: string, step: Step, number: number): OutSpan {
  return {
    traceId: stretch.traceId,
    spanId: stretch.spanId(),
    parentSpanId: rootId,
    name: "turn",
    startUs: step.startUs,
    endUs: step.endUs + 6_000_000,
    attributes: {
      "turn.number": number,
      "turn.type": "conversation",
      "turn.was_interrupted": false,
      "turn.user_bot_latency_seconds": 0.8,
    },
  };
}

function spansOf(step: Step, stretch: Stretch, turnId: string): readonly OutSpan[] {
  const { startUs, endUs } = step;
  const child = (name: string, attributes: PlainAttributes): OutSpan => ({
    traceId: stretch.traceId,
    spanId: stretch.spanId(),
    parentSpanId: turnId,
    name,
    startUs,
    endUs,
    attributes,
  });
  switch (step.type) {
    case "heard":
      return [
        child("stt", {
          "gen_ai.operation.name": "stt",
          transcript: step.text,
          is_final: true,
          language: "en",
          "metrics.ttfb": 0.18,
        }),
      ];
    case "search":
      return [];
    case "tool": {
      const span = child("llm_tool_call", {
        "tool.function_name": step.tool.name,
        "tool.call_id": step.id,
        "tool.arguments": argsOf(step.tool),
        "tool.result": resultOf(step.tool),
        "metrics.ttfb": 0.1,
        ...(step.tool.url !== null && { "http.url": step.tool.url }),
      });
      return [{ ...span, isError: step.tool.isError }];
    }
    case "llm":
      return modelSpans(step, stretch, child);
  }
}

function modelSpans(
  { history, reply }: Extract<Step, { type: "llm" }>,
  stretch: Stretch,
  child: (name: string, attributes: PlainAttributes) => OutSpan,
): readonly OutSpan[] {
  const agent = aiOf(stretch);
  const said = reply.role === "call" ? "" : textOf(reply);
  const model = child("llm", {
    "gen_ai.operation.name": "chat",
    "gen_ai.request.model": agent.model,
    "gen_ai.system_instructions": instructionsOf(agent, "voice"),
    input: JSON.stringify(history.map(contextMessage)),
    ...(said !== "" && { output: said }),
    "metrics.ttfb": 0.37,
    "gen_ai.usage.input_tokens": tokensOf(history) + 130,
    "gen_ai.usage.output_tokens": tokensOf([reply]),
    "gen_ai.prompt.template.name": agent.promptName,
    "gen_ai.prompt.template.version": agent.promptVersion,
  });
  if (said === "") return [model];
  const count = said.length;
  const spoken = { "gen_ai.operation.name": "tts", text: said, "metrics.character_count": count };
  return [model, child("tts", spoken)];
}

function contextMessage(said: ContextMessage): object {
  if (said.role === "call") {
    const called = { name: said.tool.name, arguments: textOf(said) };
    return { role: "assistant", tool_calls: [{ id: said.id, type: "function", function: called }] };
  }
  if (said.role === "result") return { role: "tool", tool_call_id: said.id, content: textOf(said) };
  return { role: said.role, content: said.text };
}
