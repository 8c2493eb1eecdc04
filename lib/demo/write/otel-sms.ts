import { rfc3339 } from "../calendar";
import type { OutSpan, PlainAttributes } from "./otlp";
import { messageOfParts } from "./parts";
import { argsOf, resultOf, stepsOf, tokensOf, type Step } from "./steps";
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

/** OpenTelemetry's GenAI conventions: identity on the root, the conversation id on all spans. */
export const writeOtelSms: Writer = (stretch) => {
  const { contact, traceId, spanId, startUs, endUs } = stretch;
  const agent = aiOf(stretch);
  const rootId = spanId();
  const conversation = { "gen_ai.conversation.id": contact.interactionId };
  const root: OutSpan = {
    traceId,
    spanId: rootId,
    name: "invoke_agent sms-care",
    startUs,
    endUs,
    attributes: {
      "gen_ai.operation.name": "invoke_agent",
      "gen_ai.agent.name": "sms-care",
      "gen_ai.agent.version": agent.promptVersion,
      ...conversation,
      ...identityOf(stretch, "sms"),
      ...slaAttributes(stretch, rfc3339),
    },
    events: [...caseEventsOf(stretch), ...scoreEvents(stretch)],
  };
  const children = stepsOf(stretch.turns).flatMap((step) => {
    const attributes = attributesOf(step, stretch);
    if (attributes === null) return [];
    return [
      {
        traceId,
        spanId: spanId(),
        parentSpanId: rootId,
        name: step.type === "tool" ? `execute_tool ${step.tool.name}` : `chat ${agent.model}`,
        kind: step.type === "llm" ? 3 : 1,
        startUs: step.startUs,
        endUs: step.endUs,
        attributes: { ...attributes, ...conversation },
        isError: step.type === "tool" && step.tool.isError,
      },
    ];
  });
  const resource = { "service.name": "sms-care", "service.version": agent.release };
  return [
    { resource, scope: "opentelemetry.instrumentation.openai_v2", spans: [...children, root] },
  ];
};

function attributesOf(step: Step, stretch: Stretch): PlainAttributes | null {
  if (step.type === "heard" || step.type === "search") return null;
  if (step.type === "tool") {
    return {
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": step.tool.name,
      "gen_ai.tool.type": "function",
      "gen_ai.tool.call.arguments": argsOf(step.tool),
      "gen_ai.tool.call.result": resultOf(step.tool),
      ...(step.tool.url !== null && { "url.full": step.tool.url }),
    };
  }
  const agent = aiOf(stretch);
  return {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "openai",
    "gen_ai.request.model": agent.model,
    "gen_ai.prompt.name": agent.promptName,
    "gen_ai.agent.version": agent.promptVersion,
    "gen_ai.system_instructions": JSON.stringify([
      { type: "text", content: instructionsOf(agent, "sms") },
    ]),
    "gen_ai.input.messages": JSON.stringify(step.history.map(messageOfParts)),
    "gen_ai.output.messages": JSON.stringify([messageOfParts(step.reply)]),
    "gen_ai.usage.input_tokens": tokensOf(step.history) + 120,
    "gen_ai.usage.output_tokens": tokensOf([step.reply]),
  };
}
