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

/** LiveKit agents 1.7: content under `lk.pii.`, which a privacy setting may remove. */
export const writeLiveKitVoice: Writer = (stretch) => {
  const { contact, traceId, spanId, startUs, endUs } = stretch;
  const rootId = spanId();
  const room = { "lk.pii.room_name": contact.interactionId };
  const root: OutSpan = {
    traceId,
    spanId: rootId,
    name: "agent_session",
    startUs,
    endUs,
    attributes: {
      ...room,
      metadata: JSON.stringify(identityOf(stretch, "voice")),
      "lk.pii.instructions": instructionsOf(aiOf(stretch), "voice"),
      ...slaAttributes(stretch, rfc3339),
    },
    events: [...caseEventsOf(stretch), ...scoreEvents(stretch)],
  };
  const children = stepsOf(stretch.turns).flatMap((step) => spansOf(step, stretch, rootId));
  const spans = [...children, root].map((span) => (contact.isStripped ? withoutWords(span) : span));
  const resource = { "service.name": "voice-agent", "livekit.agents.version": "1.7.2" };
  return [{ resource, scope: "livekit-agents", spans }];
};

function withoutWords(span: OutSpan): OutSpan {
  const kept = Object.entries(span.attributes).filter(
    ([key]) => !key.startsWith("lk.pii.") || key === "lk.pii.room_name",
  );
  return { ...span, attributes: Object.fromEntries(kept) };
}

function spansOf(step: Step, stretch: Stretch, rootId: string): readonly OutSpan[] {
  const { traceId, spanId } = stretch;
  const { startUs, endUs } = step;
  const child = (name: string, attributes: PlainAttributes): OutSpan => ({
    traceId,
    spanId: spanId(),
    parentSpanId: rootId,
    name,
    startUs,
    endUs,
    attributes,
  });
  switch (step.type) {
    case "heard":
      return [
        child("user_turn", {
          "lk.pii.user_transcript": step.text,
          "lk.transcript_confidence": 0.94,
        }),
      ];
    case "search":
      return [];
    case "tool":
      return [
        {
          ...child("function_tool", {
            "lk.function_tool.id": step.id,
            "lk.function_tool.name": step.tool.name,
            "lk.function_tool.is_error": step.tool.isError,
            "lk.pii.function_tool.arguments": argsOf(step.tool),
            "lk.pii.function_tool.output": resultOf(step.tool),
            ...(step.tool.url !== null && { "http.url": step.tool.url }),
          }),
          isError: step.tool.isError,
        },
      ];
    case "llm":
      return agentTurn(step, stretch, child);
  }
}

function agentTurn(
  step: Extract<Step, { type: "llm" }>,
  stretch: Stretch,
  child: (name: string, attributes: PlainAttributes) => OutSpan,
): readonly OutSpan[] {
  const agent = aiOf(stretch);
  const { reply, history } = step;
  const system = { type: "message", role: "system", content: [instructionsOf(agent, "voice")] };
  const prompt = {
    "gen_ai.prompt.template.name": agent.promptName,
    "gen_ai.prompt.template.version": agent.promptVersion,
  };
  const node = {
    "gen_ai.request.model": agent.model,
    "lk.pii.chat_ctx": JSON.stringify({ items: [system, ...history.map(contextItem)] }),
    "lk.response.ttft": 0.41,
    "gen_ai.usage.input_tokens": tokensOf(history) + 140,
    "gen_ai.usage.output_tokens": tokensOf([reply]),
    ...prompt,
  };
  if (reply.role === "call") {
    const call = { call_id: reply.id, name: reply.tool.name, arguments: argsOf(reply.tool) };
    return [
      child("llm_node", { ...node, "lk.pii.response.function_calls": JSON.stringify([call]) }),
    ];
  }
  const words = textOf(reply);
  const turn = child("agent_turn", {
    "lk.pii.response.text": words,
    "lk.e2e_latency": 0.9,
    "lk.interrupted": false,
    ...prompt,
  });
  const inside = { parentSpanId: turn.spanId };
  return [
    turn,
    { ...child("llm_node", { ...node, "lk.pii.response.text": words }), ...inside },
    { ...child("tts_node", { "lk.pii.input_text": words, "lk.response.ttfb": 0.22 }), ...inside },
  ];
}

function contextItem(said: ContextMessage): object {
  if (said.role === "call") {
    return {
      type: "function_call",
      call_id: said.id,
      name: said.tool.name,
      arguments: textOf(said),
    };
  }
  if (said.role === "result") {
    const { id, tool } = said;
    return {
      type: "function_call_output",
      call_id: id,
      name: tool.name,
      output: textOf(said),
      is_error: tool.isError,
    };
  }
  return { type: "message", role: said.role, content: [said.text] };
}
