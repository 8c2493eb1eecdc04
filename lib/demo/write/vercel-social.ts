import { rfc3339 } from "../calendar";
import type { OutBatch, OutSpan, PlainAttributes } from "./otlp";
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

const metadata = "ai.telemetry.metadata.";

/** The AI SDK: one run with its model call per answer; metadata on every span. */
export const writeVercelSocial: Writer = (stretch) => {
  const resource = { "service.name": "social-inbox" };
  const steps = stepsOf(stretch.turns).filter((step) => step.type !== "heard");
  const everywhere = everywhereOf(stretch);
  const rootId = stretch.spanId();
  const root: OutSpan = {
    traceId: stretch.traceId,
    spanId: rootId,
    name: "social-thread",
    startUs: stretch.startUs,
    endUs: stretch.endUs,
    attributes: {
      ...identityOf(stretch, "social"),
      ...slaAttributes(stretch, rfc3339),
      interaction_id: stretch.contact.interactionId,
    },
    events: [...caseEventsOf(stretch), ...scoreEvents(stretch)],
  };
  const spans = steps.flatMap((step) => spansOf(step, { stretch, everywhere, rootId }));
  const batch: OutBatch = { resource, scope: "ai", spans: [...spans, root] };
  return [batch];
};

function everywhereOf(stretch: Stretch): PlainAttributes {
  const agent = aiOf(stretch);
  const { demoCase, contact } = stretch;
  return {
    "ai.model.id": agent.model,
    "ai.model.provider": "mistral.chat",
    "ai.telemetry.functionId": agent.promptName,
    [`${metadata}case_id`]: demoCase.caseId,
    [`${metadata}customer_id`]: demoCase.customer.id,
    [`${metadata}channel`]: "social",
    [`${metadata}interaction_id`]: contact.interactionId,
    "gen_ai.prompt.version": agent.promptVersion,
  };
}

type RunContext = {
  readonly stretch: Stretch;
  readonly everywhere: PlainAttributes;
  readonly rootId: string;
};

function spansOf(step: Step, context: RunContext): readonly OutSpan[] {
  if (step.type === "tool") return [toolSpan(step, context)];
  return step.type === "llm" ? runSpans(step, context) : [];
}

function toolSpan(step: Extract<Step, { type: "tool" }>, context: RunContext): OutSpan {
  const { tool, id, startUs, endUs } = step;
  const called: PlainAttributes = {
    "operation.name": "ai.toolCall social-care",
    "ai.operationId": "ai.toolCall",
    "ai.toolCall.name": tool.name,
    "ai.toolCall.id": id,
    "ai.toolCall.args": argsOf(tool),
    "ai.toolCall.result": resultOf(tool),
    ...(tool.url !== null && { "http.url": tool.url }),
  };
  return {
    traceId: context.stretch.traceId,
    spanId: context.stretch.spanId(),
    parentSpanId: context.rootId,
    name: "ai.toolCall",
    startUs,
    endUs,
    attributes: { ...context.everywhere, ...called },
    isError: tool.isError,
  };
}

/** The run with the model call inside; both carry the prompt and the answer. */
function runSpans(step: Extract<Step, { type: "llm" }>, context: RunContext): readonly OutSpan[] {
  const { stretch, everywhere, rootId } = context;
  const { startUs, endUs, history, reply } = step;
  const agent = aiOf(stretch);
  const system = { role: "system", content: instructionsOf(agent, "social") };
  const messages = [system, ...history.map(sdkMessage)];
  const runId = stretch.spanId();
  const run = (
    name: string,
    spanId: string,
    parentSpanId: string,
    more: PlainAttributes,
  ): OutSpan => ({
    traceId: stretch.traceId,
    spanId,
    parentSpanId,
    name,
    startUs,
    endUs,
    attributes: { ...everywhere, "ai.operationId": name, ...more, ...answerOf(reply) },
  });
  return [
    run("ai.generateText.doGenerate", stretch.spanId(), runId, {
      "ai.prompt.messages": JSON.stringify(messages),
      "gen_ai.request.model": agent.model,
      "gen_ai.usage.input_tokens": tokensOf(history) + 110,
      "gen_ai.usage.output_tokens": tokensOf([reply]),
    }),
    run("ai.generateText", runId, rootId, { "ai.prompt": JSON.stringify({ messages }) }),
  ];
}

function answerOf(reply: ContextMessage): PlainAttributes {
  if (reply.role !== "call") return { "ai.response.text": textOf(reply) };
  const call = { toolCallType: "function", toolCallId: reply.id, toolName: reply.tool.name };
  return { "ai.response.toolCalls": JSON.stringify([{ ...call, args: argsOf(reply.tool) }]) };
}

function sdkMessage(said: ContextMessage): object {
  if (said.role === "call") {
    const call = { type: "tool-call", toolCallId: said.id, toolName: said.tool.name };
    return { role: "assistant", content: [{ ...call, args: said.tool.args }] };
  }
  if (said.role === "result") {
    const result = { type: "tool-result", toolCallId: said.id, toolName: said.tool.name };
    return { role: "tool", content: [{ ...result, result: said.tool.result }] };
  }
  return { role: said.role, content: [{ type: "text", text: said.text }] };
}
