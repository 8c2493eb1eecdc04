import type { Convention } from "../convention";

const when = { scope: "pipecat", key: "metrics." };

/** OpenInference for Pipecat: a turn says what was heard, the services below it what was generated. */
export const openInferencePipecat: Convention = {
  name: "openinference-pipecat",
  nameRules: [
    { name: /^pipecat\.conversation\.turn$/, kind: "chain", part: "turn", isSure: true },
    { name: /^pipecat\.(?:stt|tts|vad|turn)\b/, kind: "other", part: "none", isSure: true },
    { name: /^pipecat\.llm\b/, kind: "llm", isSure: true },
    { name: /^pipecat\.tool\./, kind: "tool", isSure: true },
  ],
  output: [{ key: "tool.result", form: "verbatim" }],
  voice: { scopes: [], keyPrefixes: ["conversation.was_interrupted"] },
};

/**
 * Pipecat. A final `stt` transcript is the customer's turn; `tts` repeats the `llm` span's output
 * and is read as a turn only if there is nothing better.
 */
export const pipecat: Convention = {
  name: "pipecat",
  isNameBound: true,
  nameRules: [
    { name: /^stt$/, kind: "other", part: "turn", isSure: true },
    { name: /^tts$/, kind: "other", part: "summary", isSure: true },
    { name: /^llm$/, kind: "llm" },
    { name: /^llm_(?:setup|request|response)$/, when, kind: "llm" },
    { name: /^llm_tool_(?:call|result)$/, kind: "tool" },
    { name: /^turn$/, when: { scope: "pipecat", key: "turn." }, kind: "chain", part: "none" },
    {
      name: /^conversation$/,
      when: { scope: "pipecat", key: "conversation.id" },
      kind: "chain",
      part: "none",
    },
    { name: /^Pipecat Process Frame\b/, kind: "other", part: "none" },
  ],
  toolName: ["tool.function_name"],
  toolError: ["tool.result_status"],
  toolCallId: ["tool.call_id"],
  system: ["system", "system_instruction"],
  input: [
    { key: "text", form: "agent" },
    { key: "tool.arguments", form: "verbatim" },
  ],
  output: [
    { key: "transcript", form: "customer" },
    { key: "tool.result", form: "verbatim" },
  ],
  identity: { session: ["conversation.id", "conversation_id"] },
  voice: { scopes: ["pipecat"], keyPrefixes: ["conversation.type", "turn.was_interrupted"] },
};
