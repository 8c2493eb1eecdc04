import type { Convention } from "../convention";

/** OpenTelemetry's GenAI conventions, old and new; message events are read apart (`read-events.ts`). */
export const otelGenAi: Convention = {
  name: "otel-genai",
  kindKeys: ["gen_ai.operation.name", "mcp.method.name"],
  nameRules: [
    { name: /^execute_tool\b/, kind: "tool" },
    { name: /^(?:invoke_agent|create_agent)\b/, kind: "agent" },
    { name: /^(?:chat|text_completion|generate_content) /, when: { key: "gen_ai." }, kind: "llm" },
    { name: /^embeddings\b/, when: { key: "gen_ai." }, kind: "embedding" },
  ],
  model: ["gen_ai.request.model", "gen_ai.response.model"],
  promptName: ["gen_ai.prompt.name"],
  promptVersion: ["gen_ai.prompt.version", "gen_ai.agent.version"],
  toolName: ["gen_ai.tool.name"],
  toolError: ["gen_ai.tool.status"],
  system: ["gen_ai.system_instructions", "gen_ai.system.instructions", "system_prompt"],
  input: [
    { key: "gen_ai.tool.call.arguments", form: "verbatim" },
    { key: "gen_ai.input.messages", form: "messages" },
    { key: "@events", form: "messages" },
    { key: "gen_ai.prompt", form: "prompt" },
    { key: "gen_ai.prompts", form: "prompt" },
    { key: "gen_ai.content.prompt", form: "prompt" },
    { key: "gen_ai.agent.invocation_input", form: "body" },
    { key: "gen_ai.retrieval.query.text", form: "verbatim" },
    { key: "gen_ai.retrieval.query", form: "verbatim" },
    { key: "gen_ai.embeddings.input", form: "texts" },
    { key: "gen_ai.rerank.query", form: "texts" },
    { key: "gen_ai.rerank.input_documents", form: "texts" },
    { key: "gen_ai.tool.parameters", form: "verbatim" },
  ],
  output: [
    { key: "gen_ai.tool.call.result", form: "verbatim" },
    { key: "gen_ai.output.messages", form: "messages" },
    { key: "@events", form: "messages" },
    { key: "gen_ai.completion", form: "body" },
    { key: "gen_ai.content.completion", form: "body" },
    { key: "gen_ai.agent.invocation_output", form: "body" },
    { key: "gen_ai.event.content", form: "body" },
    { key: "gen_ai.rerank.output_documents", form: "verbatim" },
  ],
  identity: {
    session: ["gen_ai.conversation.id", "gen_ai.thread.id", "gen_ai.session.id"],
    customerId: ["enduser.id", "enduser.pseudo.id", "gen_ai.user.id"],
    agentId: ["gen_ai.agent.id"],
  },
};
