import type { Convention } from "../convention";

/** OpenInference, with all frameworks it instruments (LangChain, LlamaIndex, CrewAI, OpenAI Agents, …). */
export const openInference: Convention = {
  name: "openinference",
  kindKeys: ["openinference.span.kind"],
  model: ["llm.model_name", "embedding.model_name", "reranker.model_name"],
  promptName: ["llm.prompt_template.name"],
  promptVersion: ["llm.prompt_template.version"],
  modelObjects: ["llm.invocation_parameters", "gen_ai.request.parameters", "metadata"],
  toolName: ["tool.name"],
  toolCallId: ["tool.id", "tool_call.id"],
  input: [
    { key: "llm.input_messages.", form: "flat" },
    { key: "llm.input_messages", form: "messages" },
    { key: "llm.prompts.", form: "flat" },
    { key: "llm.prompts", form: "prompt" },
    { key: "reranker.query", form: "texts" },
    { key: "embedding.embeddings.", form: "flat" },
    { key: "embedding.text", form: "texts" },
    { key: "input.value", form: "body" },
    { key: "tool.parameters", form: "verbatim" },
  ],
  output: [
    { key: "llm.output_messages.", form: "flat" },
    { key: "llm.output_messages", form: "messages" },
    { key: "llm.choices.", form: "flat" },
    { key: "output.value", form: "body" },
  ],
  identity: { session: ["session.id"], customerId: ["user.id"] },
};
