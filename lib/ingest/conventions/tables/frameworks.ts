import type { Convention } from "../convention";

/** Mastra's content keys contain the span type: `mastra.agent_run.input`. */
const mastraTypes = [
  "agent_run",
  "model_generation",
  "model_step",
  "model_inference",
  "tool_call",
  "mcp_tool_call",
  "client_tool_call",
  "workflow_run",
  "workflow_step",
  "processor_run",
  "generic",
] as const;

/** An agent run holds a model's request and reply too: `{"text": …, "files": []}`. */
function formOf(type: string): "request" | "body" {
  return type === "agent_run" || type.startsWith("model_") ? "request" : "body";
}

export const mastra: Convention = {
  name: "mastra",
  kindKeys: ["mastra.span.type"],
  input: mastraTypes.map((type) => ({ key: `mastra.${type}.input`, form: formOf(type) })),
  output: mastraTypes.map((type) => ({ key: `mastra.${type}.output`, form: formOf(type) })),
  identity: { session: ["mastra.metadata.threadId", "mastra.metadata.sessionId"] },
  metadataPrefixes: ["mastra.metadata."],
};

export const haystack: Convention = {
  name: "haystack",
  kindKeys: ["haystack.component.type"],
  nameRules: [
    { name: /^haystack\.pipeline\./, kind: "chain" },
    { name: /^haystack\.agent\.step\.llm$/, kind: "llm" },
    { name: /^haystack\.agent\.step\.tool$/, kind: "tool" },
    { name: /^haystack\.agent\.step$/, kind: "chain" },
    { name: /^haystack\.agent\./, kind: "agent" },
    { name: /^haystack\.tool\./, kind: "tool" },
    { name: /^haystack\.component\./, kind: "chain" },
  ],
  toolEntity: ["haystack.tool.name", "haystack.component.name"],
  toolError: ["haystack.tool.error"],
  input: [
    { key: "haystack.agent.step.llm.input", form: "body" },
    { key: "haystack.agent.step.tool.input", form: "verbatim" },
    { key: "haystack.component.input", form: "body" },
    { key: "haystack.agent.input", form: "body" },
    { key: "haystack.pipeline.input_data", form: "body" },
    { key: "haystack.tool.input", form: "verbatim" },
  ],
  output: [
    { key: "haystack.agent.step.llm.output", form: "body" },
    { key: "haystack.agent.step.tool.output", form: "verbatim" },
    { key: "haystack.component.output", form: "body" },
    { key: "haystack.agent.output", form: "body" },
    { key: "haystack.pipeline.output_data", form: "body" },
    { key: "haystack.tool.output", form: "verbatim" },
  ],
};

export const springAi: Convention = {
  name: "spring-ai",
  kindKeys: ["spring.ai.kind"],
  toolEntity: ["spring.ai.tool.definition.name"],
  system: ["spring.ai.chat.client.system.text"],
  input: [
    { key: "spring.ai.tool.call.arguments", form: "verbatim" },
    { key: "spring.ai.model.request.messages", form: "prompt" },
    { key: "spring.ai.chat.client.input", form: "prompt" },
    { key: "spring.ai.chat.client.user.text", form: "customer" },
  ],
  output: [
    { key: "spring.ai.tool.call.result", form: "verbatim" },
    { key: "spring.ai.model.response.messages", form: "prompt" },
    { key: "spring.ai.chat.client.output", form: "body" },
  ],
  identity: {
    session: [
      "spring.ai.chat.client.conversation.id",
      "spring.ai.chat.client.advisor.conversation.id",
    ],
  },
};

/** Strands Agents: OTel GenAI events, with custom names for the agent loop. */
export const strands: Convention = {
  name: "strands",
  nameRules: [
    { name: /^execute_event_loop_cycle$/, kind: "chain" },
    { name: /^Cycle /, when: { key: "event_loop." }, kind: "chain" },
    { name: /^Model invoke$/, kind: "llm" },
    { name: /^.*$/, when: { key: "agent.tools" }, kind: "agent" },
  ],
  toolError: ["tool.status"],
  output: [{ key: "tool.result", form: "verbatim" }],
};

/** Microsoft's agent frameworks beside OTel GenAI: Semantic Kernel, AutoGen, Agent 365. */
export const microsoft: Convention = {
  name: "microsoft",
  nameRules: [{ name: /^(?:chat\.completions|text\.completions)\b/, kind: "llm" }],
  toolEntity: ["semantic_kernel.function.name", "code.function.name"],
  input: [
    { key: "gen_ai.tool.arguments", form: "verbatim" },
    { key: "semantic_kernel.function.arguments", form: "verbatim" },
  ],
  output: [
    { key: "gen_ai.tool.result", form: "verbatim" },
    { key: "semantic_kernel.function.result", form: "verbatim" },
  ],
  identity: { session: ["microsoft.session.id"], customerId: ["microsoft.agent.user.id"] },
};

/** Claude Code and the Claude Agent SDK's own spans. */
export const claude: Convention = {
  name: "claude",
  isNameBound: true,
  nameRules: [
    { name: /^claude_code\.llm_request/, kind: "llm" },
    { name: /^claude_code\.tool(?:\.execution)?(?!\.)/, kind: "tool" },
    { name: /^claude_code\.interaction/, kind: "agent" },
  ],
  modelEntity: ["model"],
  toolEntity: ["tool_name"],
  failure: ["error"],
  input: [
    { key: "user_prompt", form: "customer" },
    { key: "tool_input", form: "verbatim" },
    { key: "new_context", form: "body" },
  ],
  output: [
    { key: "response.model_output", form: "agent" },
    { key: "tool_output", form: "verbatim" },
  ],
};

/** Manual instrumentation and small libraries with everyday keys; lowest precedence. */
export const everyday: Convention = {
  name: "everyday",
  isKindBound: true,
  modelEntity: ["model", "llm.model", "model.name"],
  toolEntity: ["tool_name", "function.name"],
  input: [
    { key: "input", form: "body" },
    { key: "inputs", form: "body" },
    { key: "llm.prompt", form: "prompt" },
    { key: "prompt", form: "prompt" },
  ],
  output: [
    { key: "output", form: "body" },
    { key: "outputs", form: "body" },
    { key: "llm.completion", form: "body" },
    { key: "completion", form: "body" },
    { key: "response", form: "body" },
  ],
  identity: {
    session: ["session_id", "sessionId", "conversation_id", "conversationId", "chat_id"],
    customerId: ["llm.user"],
  },
};

/** Flue writes OTel's attributes; a tool's arguments and result under its own names where they are no objects. */
export const flue: Convention = {
  name: "flue",
  input: [{ key: "flue.tool.call.arguments", form: "verbatim" }],
  output: [{ key: "flue.tool.call.result", form: "verbatim" }],
};
