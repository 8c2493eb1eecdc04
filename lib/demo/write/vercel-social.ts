import { rfc3339 } from "../calendar";
import type { OutBatch, OutSpan, PlainAttributes } from "./otlp";
import { argsOf, resultOf, stepsOf, textOf, tokensOf, type Said, type Step } from "./steps";
import {
  aiOf,
  identityOf,
  instructionsOf,
  markEvents,
  scoreEvents,
  slaAttributes,
  type Stretch,
  type Writer,
} from "./writer";

const metadata = "ai.telemetry.metadata.";

/** The AI SDK: one run with its model call for each answer; the metadata stands on every span. */
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
    events: [...markEvents(stretch), ...scoreEvents(stretch)],
  };
  const spans = steps.flatMap((step) => spansOf(step, stretch, everywhere, rootId));
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

function spansOf(
  step: Step,
  stretch: Stretch,
  everywhere: PlainAttributes,
  rootId: string,
): readonly OutSpan[] {
  const { traceId, spanId } = stretch;
  const { startUs, endUs } = step;
  if (step.type === "tool") {
    const called: PlainAttributes = {
      "operation.name": "ai.toolCall social-care",
      "ai.operationId": "ai.toolCall",
      "ai.toolCall.name": step.tool.name,
      "ai.toolCall.id": step.id,
      "ai.toolCall.args": argsOf(step.tool),
      "ai.toolCall.result": resultOf(step.tool),
      ...(step.tool.url !== null && { "http.url": step.tool.url }),
    };
    const span = {
      traceId,
      spanId: spanId(),
      parentSpanId: rootId,
      name: "ai.toolCall",
      startUs,
      endUs,
    };
    return [{ ...span, attributes: { ...everywhere, ...called }, isError: step.tool.isError }];
  }
  if (step.type !== "llm") return [];
  const runId = spanId();
  const system = { role: "system", content: instructionsOf(aiOf(stretch), "social") };
  const messages = [system, ...step.history.map(sdkMessage)];
  const answer = answerOf(step.reply);
  const run: OutSpan = {
    traceId,
    spanId: runId,
    parentSpanId: rootId,
    name: "ai.generateText",
    startUs,
    endUs,
    attributes: {
      ...everywhere,
      "ai.operationId": "ai.generateText",
      "ai.prompt": JSON.stringify({ messages }),
      ...answer,
    },
  };
  const call: OutSpan = {
    traceId,
    spanId: spanId(),
    parentSpanId: runId,
    name: "ai.generateText.doGenerate",
    kind: 3,
    startUs,
    endUs,
    attributes: {
      ...everywhere,
      "ai.operationId": "ai.generateText.doGenerate",
      "ai.prompt.messages": JSON.stringify(messages),
      "gen_ai.request.model": aiOf(stretch).model,
      "gen_ai.usage.input_tokens": tokensOf(step.history) + 110,
      "gen_ai.usage.output_tokens": tokensOf([step.reply]),
      ...answer,
    },
  };
  return [call, run];
}

function answerOf(reply: Said): PlainAttributes {
  if (reply.role !== "call") return { "ai.response.text": textOf(reply) };
  const call = { toolCallType: "function", toolCallId: reply.id, toolName: reply.tool.name };
  return { "ai.response.toolCalls": JSON.stringify([{ ...call, args: argsOf(reply.tool) }]) };
}

function sdkMessage(said: Said): object {
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
