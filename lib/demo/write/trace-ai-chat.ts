import { rfc3339 } from "../calendar";
import type { OutSpan, PlainAttributes } from "./otlp";
import { retrieverAttributes } from "./passages";
import {
  argsOf,
  resultOf,
  stepsOf,
  textOf,
  costOf,
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

/** traceAI in TypeScript: children are exported first and carry no identity; only the root does. */
export const writeTraceAiChat: Writer = (stretch) => {
  const { contact, traceId, spanId, startUs, endUs } = stretch;
  const rootId = spanId();
  const resource = {
    "service.name": "web-chat",
    project_name: "fernway-chat",
    project_type: "observe",
  };
  const root: OutSpan = {
    traceId,
    spanId: rootId,
    name: "support-chat",
    startUs,
    endUs,
    attributes: {
      "fi.span.kind": "AGENT",
      "session.id": contact.interactionId,
      ...identityOf(stretch, "chat"),
      interaction_id: contact.interactionId,
      ...slaAttributes(stretch, rfc3339),
    },
    events: [...caseEventsOf(stretch), ...scoreEvents(stretch)],
  };
  const children = stepsOf(stretch.turns).flatMap((step) => {
    const attributes = attributesOf(step, stretch);
    if (attributes === null) return [];
    const name = nameOf(step);
    return [
      {
        traceId,
        spanId: spanId(),
        parentSpanId: rootId,
        name,
        kind: step.type === "llm" ? 3 : 1,
        startUs: step.startUs,
        endUs: step.endUs,
        attributes,
        isError: step.type === "tool" && step.tool.isError,
      },
    ];
  });
  return [
    { resource, scope: "@traceai/openai", spans: children },
    { resource, scope: "@traceai/fi-core", spans: [root] },
  ];
};

function nameOf(step: Step): string {
  if (step.type === "tool") return step.tool.name;
  return step.type === "search" ? "knowledge-base" : "OpenAI Chat Completions";
}

function attributesOf(step: Step, stretch: Stretch): PlainAttributes | null {
  switch (step.type) {
    case "heard":
      return null;
    case "llm":
      return llmAttributes(step, stretch);
    case "tool":
      return {
        "fi.span.kind": "TOOL",
        "tool.name": step.tool.name,
        "input.value": argsOf(step.tool),
        "input.mime_type": "application/json",
        "output.value": resultOf(step.tool),
        "output.mime_type": "application/json",
        ...(step.tool.url !== null && { "http.url": step.tool.url }),
      };
    case "search":
      return { "fi.span.kind": "RETRIEVER", ...retrieverAttributes(step.search) };
  }
}

function llmAttributes(step: Extract<Step, { type: "llm" }>, stretch: Stretch): PlainAttributes {
  const agent = aiOf(stretch);
  const system = { role: "system", content: instructionsOf(agent, "chat") };
  const inputTokens = tokensOf(step.history) + 180;
  const outputTokens = tokensOf([step.reply]);
  const finish = step.reply.role === "call" ? "tool_calls" : "stop";
  return {
    "fi.span.kind": "LLM",
    "gen_ai.operation.name": "chat",
    "gen_ai.request.model": agent.model,
    "gen_ai.input.messages": JSON.stringify([system, ...step.history.map(openAiMessage)]),
    "gen_ai.output.messages": JSON.stringify([openAiMessage(step.reply)]),
    "gen_ai.response.finish_reasons": JSON.stringify([finish]),
    "gen_ai.usage.input_tokens": inputTokens,
    "gen_ai.usage.output_tokens": outputTokens,
    "gen_ai.usage.total_tokens": inputTokens + outputTokens,
    "gen_ai.cost.total": costOf(inputTokens, outputTokens),
    "llm.prompt_template.name": agent.promptName,
    "llm.prompt_template.version": agent.promptVersion,
  };
}

function openAiMessage(said: ContextMessage): object {
  if (said.role === "result") {
    return { role: "tool", tool_call_id: said.id, content: textOf(said) };
  }
  if (said.role === "call") {
    const called = { name: said.tool.name, arguments: textOf(said) };
    return {
      role: "assistant",
      content: "",
      tool_calls: [{ id: said.id, type: "function", function: called }],
    };
  }
  return { role: said.role, content: said.text };
}
