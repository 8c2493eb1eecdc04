import type { Convention } from "../convention";

/** LangWatch; values are wrapped with their type. */
export const langWatch: Convention = {
  name: "langwatch",
  kindKeys: ["langwatch.span.type"],
  input: [{ key: "langwatch.input", form: "body" }],
  output: [{ key: "langwatch.output", form: "body" }],
  identity: {
    session: ["langwatch.thread.id", "langwatch.thread_id", "langwatch.langgraph.thread_id"],
    customerId: [
      "langwatch.customer.id",
      "langwatch.customer_id",
      "langwatch.user.id",
      "langwatch.user_id",
    ],
  },
  metadataObjects: ["langwatch.metadata"],
};

/** LiteLLM's proxy and SDK, beside the OpenLLMetry attributes they write. */
export const liteLlm: Convention = {
  name: "litellm",
  nameRules: [
    { name: /^(?:litellm_request|raw_gen_ai_request)$/, kind: "llm" },
    { name: /^guardrail$/, when: { key: "guardrail_name" }, kind: "guardrail" },
  ],
  identity: { customerId: ["metadata.user_api_key_end_user_id"] },
};

export const agentOps: Convention = {
  name: "agentops",
  kindKeys: ["agentops.span.kind"],
  toolEntity: ["agentops.entity.name"],
  input: [{ key: "agentops.entity.input", form: "body" }],
  output: [{ key: "agentops.entity.output", form: "body" }],
};

export const langtrace: Convention = {
  name: "langtrace",
  kindKeys: ["langtrace.service.type"],
};

/** n8n's workflows and nodes; the node's type determines the kind. */
export const n8n: Convention = {
  name: "n8n",
  kindKeys: ["n8n.node.type"],
  nameRules: [
    { name: /^(?:n8n\.)?workflow\.execute/, kind: "chain" },
    { name: /^(?:n8n\.)?node\.execute/, kind: "chain" },
  ],
  toolEntity: ["n8n.node.name"],
  input: [{ key: "n8n.node.input", form: "body" }],
  output: [{ key: "n8n.node.output", form: "body" }],
};

/** VoltAgent; a child inherits its agent's `entity.type`, so only `span.type` is used. */
export const voltAgent: Convention = {
  name: "voltagent",
  kindKeys: ["span.type"],
  nameRules: ["agent.messages", "agent.instructions", "agent.context"].map((key) => ({
    name: /^.*$/,
    when: { key },
    kind: "agent",
  })),
  model: ["llm.model", "ai.model.name"],
  input: [
    { key: "llm.messages", form: "messages" },
    { key: "agent.messages", form: "messages" },
  ],
  identity: { session: ["voltagent.conversation_id"] },
  metadataObjects: ["agent.context", "workflow.context", "voltagent.context"],
};

/** Copilot in the editor, and Quarkus' LangChain4j: OTel GenAI with a few custom names. */
export const copilot: Convention = {
  name: "copilot",
  identity: { session: ["copilot_chat.chat_session_id"] },
};

export const quarkus: Convention = {
  name: "quarkus",
  nameRules: [
    { name: /^langchain4j\.tools\./, kind: "tool" },
    { name: /^langchain4j\.aiservices\./, kind: "chain" },
  ],
};
