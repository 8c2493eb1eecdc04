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

const prefix = "traceloop.association.properties.";

/** OpenLLMetry: identity in association properties on every span, OpenTelemetry's message parts. */
export const writeTraceloopInApp: Writer = (stretch) => {
  const { contact, traceId, spanId, startUs, endUs } = stretch;
  const rootId = spanId();
  const associated = Object.fromEntries(
    Object.entries({
      ...identityOf(stretch, "in-app"),
      session_id: contact.interactionId,
    }).map(([key, value]) => [`${prefix}${key.replace(".", "_")}`, value]),
  );
  const root: OutSpan = {
    traceId,
    spanId: rootId,
    name: "concierge.workflow",
    startUs,
    endUs,
    attributes: {
      "traceloop.span.kind": "workflow",
      "traceloop.workflow.name": "concierge",
      "traceloop.entity.name": "concierge",
      ...associated,
      ...slaAttributes(stretch, rfc3339),
    },
    events: [...caseEventsOf(stretch), ...scoreEvents(stretch)],
  };
  const children = stepsOf(stretch.turns).flatMap((step) => {
    const attributes = attributesOf(step, stretch);
    if (attributes === null) return [];
    const name = step.type === "tool" ? `${step.tool.name}.tool` : `chat ${aiOf(stretch).model}`;
    return [
      {
        traceId,
        spanId: spanId(),
        parentSpanId: rootId,
        name,
        kind: step.type === "llm" ? 3 : 1,
        startUs: step.startUs,
        endUs: step.endUs,
        attributes: { ...attributes, ...associated },
        isError: step.type === "tool" && step.tool.isError,
      },
    ];
  });
  const resource = { "service.name": "mobile-concierge", "telemetry.sdk.language": "nodejs" };
  return [{ resource, scope: "@traceloop/instrumentation-openai", spans: [...children, root] }];
};

function attributesOf(step: Step, stretch: Stretch): PlainAttributes | null {
  if (step.type === "heard" || step.type === "search") return null;
  if (step.type === "tool") {
    return {
      "traceloop.span.kind": "tool",
      "traceloop.entity.name": step.tool.name,
      "traceloop.entity.input": argsOf(step.tool),
      "traceloop.entity.output": resultOf(step.tool),
      ...(step.tool.url !== null && { "http.url": step.tool.url }),
    };
  }
  const agent = aiOf(stretch);
  return {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "openai",
    "gen_ai.request.model": agent.model,
    "gen_ai.system_instructions": JSON.stringify([
      { type: "text", content: instructionsOf(agent, "in_app") },
    ]),
    "gen_ai.input.messages": JSON.stringify(step.history.map(messageOfParts)),
    "gen_ai.output.messages": JSON.stringify([messageOfParts(step.reply)]),
    "gen_ai.response.finish_reasons": [step.reply.role === "call" ? "tool_calls" : "stop"],
    "gen_ai.usage.input_tokens": tokensOf(step.history) + 150,
    "gen_ai.usage.output_tokens": tokensOf([step.reply]),
    "traceloop.prompt.key": agent.promptName,
    "traceloop.prompt.version": agent.promptVersion,
  };
}
