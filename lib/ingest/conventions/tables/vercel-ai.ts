import type { Convention } from "../convention";

/** The AI SDK by Vercel: `ai.generateText` is the run, its `.doGenerate` child the model call. */
export const vercelAi: Convention = {
  name: "vercel-ai",
  kindKeys: ["ai.operationId"],
  nameRules: [
    { name: /^ai\.(?:generate|stream)(?:Text|Object)$/, kind: "agent" },
    { name: /^ai\..+\.(?:doGenerate|doStream)$/, kind: "llm" },
    { name: /^ai\.toolCall$/, kind: "tool" },
    { name: /^ai\.embed/, kind: "embedding" },
  ],
  model: ["ai.model.id", "ai.response.model"],
  // The Langfuse prompt that was fetched for the call, as JSON; a function id is not a prompt name.
  promptName: ["ai.telemetry.metadata.langfusePrompt"],
  promptVersion: ["ai.telemetry.metadata.langfusePrompt"],
  toolName: ["ai.toolCall.name"],
  toolCallId: ["ai.toolCall.id"],
  input: [
    { key: "ai.toolCall.args", form: "verbatim" },
    { key: "ai.toolCall.input", form: "verbatim" },
    { key: "ai.prompt.messages", form: "messages" },
    { key: "ai.prompt", form: "request" },
    { key: "ai.value", form: "texts" },
    { key: "ai.values", form: "texts" },
    { key: "ai.documents", form: "texts" },
  ],
  output: [
    { key: "ai.toolCall.result", form: "verbatim" },
    { key: "ai.toolCall.output", form: "verbatim" },
    { key: "ai.response.text", form: "agent" },
    { key: "ai.result.text", form: "agent" },
    { key: "ai.response.object", form: "agent" },
    { key: "ai.result.object", form: "agent" },
    { key: "ai.response.toolCalls", form: "calls" },
    { key: "ai.result.toolCalls", form: "calls" },
    { key: "ai.ranking", form: "verbatim" },
  ],
  metadataPrefixes: ["ai.telemetry.metadata.", "ai.settings.context."],
};
