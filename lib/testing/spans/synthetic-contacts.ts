import type { PlainSpan } from "./otlp";

export type Contact = {
  readonly caseId: string;
  readonly customerId: string;
  readonly interactionId: string;
  readonly intent: string;
  readonly traceId: string;
  /** A new id at each call. */
  readonly spanId: () => string;
  readonly startUs: number;
  readonly turns: readonly { readonly who: "customer" | "agent"; readonly text: string }[];
  /** Personal data in a tool's arguments. */
  readonly phone: string;
};

export type Convention = {
  readonly scope: string;
  readonly channel: string;
  /** The contact's spans, its root first. */
  readonly spansOf: (contact: Contact) => readonly PlainSpan[];
};

const turnUs = 20_000_000;

/** Generators of a contact in the formats of known instrumentations. */
export const conventions: readonly Convention[] = [
  { scope: "@traceai/openai", channel: "chat", spansOf: traceAi },
  { scope: "openinference.instrumentation.openai", channel: "email", spansOf: openInference },
  { scope: "helpdesk", channel: "sms", spansOf: plainMessages },
  { scope: "livekit-agents", channel: "voice", spansOf: liveKit },
  { scope: "@traceloop/instrumentation-openai", channel: "in_app", spansOf: traceloop },
  { scope: "opentelemetry.instrumentation.openai_v2", channel: "social", spansOf: otelGenAi },
];

/** Identity on the root only. */
function traceAi(contact: Contact): readonly PlainSpan[] {
  const root = contact.spanId();
  const calls = historyCalls(contact, ({ history, reply }) => ({
    "gen_ai.span.kind": "LLM",
    "gen_ai.request.model": "gpt-4o-mini",
    "gen_ai.input.messages": JSON.stringify(history.map(openAiMessage)),
    "gen_ai.output.messages": JSON.stringify([openAiMessage(reply)]),
  }));
  const tool = {
    ...childOf(contact, 1),
    name: "get_order",
    attributes: {
      "fi.span.kind": "TOOL",
      "gen_ai.tool.name": "get_order",
      "input.value": JSON.stringify({ phone: contact.phone }),
      "output.value": JSON.stringify({ status: "shipped" }),
    },
  };
  const children = [...calls, tool].map((span) => ({ ...span, parentSpanId: root }));
  const identity = {
    case_id: contact.caseId,
    customer_id: contact.customerId,
    channel: "chat",
    intent: contact.intent,
    interaction_id: contact.interactionId,
    agent_type: "ai",
    "agent.team": "Assistants",
  };
  return [rootOf(contact, root, "agent", { "fi.span.kind": "AGENT", ...identity }), ...children];
}

function openInference(contact: Contact): readonly PlainSpan[] {
  const root = contact.spanId();
  const identity = {
    "session.id": contact.interactionId,
    "user.id": contact.customerId,
    metadata: JSON.stringify({
      case_id: contact.caseId,
      customer_id: contact.customerId,
      channel: "email",
      intent: contact.intent,
      agent_group: "Letters",
    }),
  };
  const calls = historyCalls(contact, ({ history, reply }) => ({
    "openinference.span.kind": "LLM",
    "llm.model_name": "claude",
    "llm.prompt_template.version": "v3",
    ...flattened("llm.input_messages", history),
    ...flattened("llm.output_messages", [reply]),
    ...identity,
  }));
  const agent = { "openinference.span.kind": "AGENT", ...identity };
  return [
    rootOf(contact, root, "agent.run", agent),
    ...calls.map((span) => ({ ...span, parentSpanId: root })),
  ];
}

function plainMessages(contact: Contact): readonly PlainSpan[] {
  const root = contact.spanId();
  const identity = {
    case_id: contact.caseId,
    customer_id: contact.customerId,
    channel: "sms",
    intent: contact.intent,
  };
  const said = contact.turns.map(({ who, text }, index) => ({
    ...childOf(contact, index),
    name: "message",
    parentSpanId: root,
    attributes: { ...identity, "message.role": who, "message.content": text },
  }));
  const attributes = {
    ...identity,
    interaction_id: contact.interactionId,
    "agent.type": "human",
    team: "People",
  };
  return [rootOf(contact, root, "interaction", attributes), ...said];
}

/** The case is declared on the session's root only, in a metadata object. */
function liveKit(contact: Contact): readonly PlainSpan[] {
  const root = contact.spanId();
  const turns = contact.turns.map(({ who, text }, index) => ({
    ...childOf(contact, index),
    name: who === "customer" ? "user_turn" : "agent_turn",
    parentSpanId: root,
    attributes:
      who === "customer"
        ? { "lk.pii.user_transcript": text }
        : { "lk.pii.response.text": text, "lk.e2e_latency": 0.8 },
  }));
  const attributes = {
    "lk.pii.room_name": contact.interactionId,
    metadata: JSON.stringify({ case_id: contact.caseId, customer_id: contact.customerId }),
    intent: contact.intent,
  };
  return [rootOf(contact, root, "agent_session", attributes), ...turns];
}

function traceloop(contact: Contact): readonly PlainSpan[] {
  const root = contact.spanId();
  const prefix = "traceloop.association.properties.";
  const identity = {
    [`${prefix}case_id`]: contact.caseId,
    [`${prefix}customer_id`]: contact.customerId,
    [`${prefix}channel`]: "in-app",
    [`${prefix}intent`]: contact.intent,
  };
  const calls = historyCalls(contact, ({ history, reply }) => ({
    "gen_ai.operation.name": "chat",
    "gen_ai.input.messages": JSON.stringify(history.map(otelMessage)),
    "gen_ai.output.messages": JSON.stringify([otelMessage(reply)]),
    ...identity,
  }));
  const workflow = { "traceloop.span.kind": "workflow", ...identity };
  return [
    rootOf(contact, root, "support.workflow", workflow),
    ...calls.map((span) => ({ ...span, parentSpanId: root })),
  ];
}

/** A trace per model call; only the first declares an identity. */
function otelGenAi(contact: Contact): readonly PlainSpan[] {
  const conversation = { "gen_ai.conversation.id": contact.interactionId };
  const identity = {
    case_id: contact.caseId,
    customer_id: contact.customerId,
    channel: "social",
    intent: contact.intent,
  };
  const calls = historyCalls(contact, ({ history, reply }) => ({
    "gen_ai.operation.name": "chat",
    "gen_ai.input.messages": JSON.stringify(history.map(otelMessage)),
    "gen_ai.output.messages": JSON.stringify([otelMessage(reply)]),
    ...conversation,
  }));
  return calls.map((span, index) =>
    index === 0
      ? { ...span, attributes: { ...span.attributes, ...identity } }
      : { ...span, traceId: contact.spanId() + contact.spanId() },
  );
}

type Turn = Contact["turns"][number];
type Call = { readonly history: readonly Turn[]; readonly reply: Turn };

/** One model call per agent reply; each repeats the history. */
function historyCalls(
  contact: Contact,
  attributesOf: (call: Call) => NonNullable<PlainSpan["attributes"]>,
): readonly PlainSpan[] {
  return contact.turns.flatMap((reply, index) => {
    if (reply.who === "customer") return [];
    const history = contact.turns.slice(0, index);
    const span = childOf(contact, index);
    return [{ ...span, name: "chat", attributes: attributesOf({ history, reply }) }];
  });
}

function childOf(contact: Contact, index: number): PlainSpan {
  const startUs = contact.startUs + index * turnUs;
  return { traceId: contact.traceId, spanId: contact.spanId(), startUs };
}

function rootOf(
  contact: Contact,
  spanId: string,
  name: string,
  attributes: NonNullable<PlainSpan["attributes"]>,
): PlainSpan {
  const { traceId, startUs, turns } = contact;
  return { traceId, spanId, name, startUs, endUs: startUs + turns.length * turnUs, attributes };
}

const roles = { customer: "user", agent: "assistant" } as const;

function openAiMessage({ who, text }: Turn): object {
  return { role: roles[who], content: text };
}

function otelMessage({ who, text }: Turn): object {
  return { role: roles[who], parts: [{ type: "text", content: text }] };
}

function flattened(prefix: string, turns: readonly Turn[]): Record<string, string> {
  return Object.fromEntries(
    turns.flatMap(({ who, text }, index) => [
      [`${prefix}.${String(index)}.message.role`, roles[who]],
      [`${prefix}.${String(index)}.message.content`, text],
    ]),
  );
}
