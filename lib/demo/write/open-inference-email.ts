import { rfc3339 } from "../calendar";
import type { OutSpan, Plain, PlainAttributes } from "./otlp";
import { retrieverAttributes } from "./passages";
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
  slaAttributes,
  type Stretch,
  type Writer,
} from "./writer";

/** OpenInference in Python: flattened messages, identity in a metadata object on every span. */
export const writeOpenInferenceEmail: Writer = (stretch) => {
  const { contact, traceId, spanId, startUs, endUs, demoCase } = stretch;
  const rootId = spanId();
  const everywhere = {
    "session.id": contact.interactionId,
    "user.id": demoCase.customer.id,
    metadata: JSON.stringify(metadataOf(stretch)),
  };
  const root: OutSpan = {
    traceId,
    spanId: rootId,
    name: "mail_agent.run",
    startUs,
    endUs,
    attributes: {
      "openinference.span.kind": "AGENT",
      ...everywhere,
      ...slaAttributes(stretch, rfc3339),
      ...scoresOf(stretch),
    },
    events: caseEventsOf(stretch),
  };
  const children = stepsOf(stretch.turns).flatMap((step) => {
    const attributes = attributesOf(step, stretch);
    if (attributes === null) return [];
    return [
      {
        traceId,
        spanId: spanId(),
        parentSpanId: rootId,
        name:
          step.type === "tool"
            ? step.tool.name
            : step.type === "llm"
              ? "ChatAnthropic"
              : "retrieve",
        startUs: step.startUs,
        endUs: step.endUs,
        attributes: { ...attributes, ...everywhere },
        isError: step.type === "tool" && step.tool.isError,
      },
    ];
  });
  const resource = { "service.name": "mail-agent", "openinference.project.name": "fernway-mail" };
  return [
    { resource, scope: "openinference.instrumentation.langchain", spans: [...children, root] },
  ];
};

function metadataOf(stretch: Stretch): Readonly<Record<string, string>> {
  const identity = identityOf(stretch, "email");
  return Object.fromEntries(
    Object.entries(identity).map(([key, value]) => [key.replace(".", "_"), value]),
  );
}

function scoresOf({ contact, isLast }: Stretch): PlainAttributes {
  if (!isLast) return {};
  const fields = contact.scores.flatMap((score, index): (readonly [string, Plain])[] => {
    const key = `session.evaluations.${index}.evaluation`;
    return [
      [`${key}.name`, score.name],
      [`${key}.score`, score.value],
      [`${key}.label`, score.label],
      [`${key}.explanation`, score.because],
      [`${key}.annotator_kind`, "LLM"],
    ];
  });
  return Object.fromEntries(fields);
}

function attributesOf(step: Step, stretch: Stretch): PlainAttributes | null {
  if (step.type === "heard") return null;
  if (step.type === "tool") {
    return {
      "openinference.span.kind": "TOOL",
      "tool.name": step.tool.name,
      "input.value": argsOf(step.tool),
      "output.value": resultOf(step.tool),
      ...(step.tool.url !== null && { "url.full": step.tool.url }),
    };
  }
  if (step.type === "search") {
    return { "openinference.span.kind": "RETRIEVER", ...retrieverAttributes(step.search) };
  }
  const agent = aiOf(stretch);
  const system: PlainAttributes = {
    "llm.input_messages.0.message.role": "system",
    "llm.input_messages.0.message.content": instructionsOf(agent, "email"),
  };
  return {
    "openinference.span.kind": "LLM",
    "llm.model_name": agent.model,
    "llm.provider": "anthropic",
    "llm.prompt_template.name": agent.promptName,
    "llm.prompt_template.version": agent.promptVersion,
    "llm.token_count.prompt": tokensOf(step.history) + 160,
    "llm.token_count.completion": tokensOf([step.reply]),
    ...system,
    ...flattened("llm.input_messages", step.history, 1),
    ...flattened("llm.output_messages", [step.reply], 0),
  };
}

function flattened(
  prefix: string,
  messages: readonly ContextMessage[],
  from: number,
): PlainAttributes {
  return Object.fromEntries(
    messages.flatMap((said, index) =>
      Object.entries(messageOf(`${prefix}.${index + from}.message`, said)),
    ),
  );
}

function messageOf(key: string, said: ContextMessage): PlainAttributes {
  if (said.role === "result") {
    return {
      [`${key}.role`]: "tool",
      [`${key}.tool_call_id`]: said.id,
      [`${key}.content`]: textOf(said),
    };
  }
  if (said.role === "call") {
    const call = `${key}.tool_calls.0.tool_call`;
    return {
      [`${key}.role`]: "assistant",
      [`${call}.id`]: said.id,
      [`${call}.function.name`]: said.tool.name,
      [`${call}.function.arguments`]: textOf(said),
    };
  }
  return { [`${key}.role`]: said.role, [`${key}.content`]: said.text };
}
