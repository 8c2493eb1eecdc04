import type { Convention } from "../convention";

const when = { scope: "pipecat", key: "metrics." };

/**
 * Pipecat. A final `stt` transcript is the customer's turn; `tts` repeats the `llm` span's output
 * and is read as a turn only if there is nothing better.
 */
export const pipecat: Convention = {
  name: "pipecat",
  isNameBound: true,
  nameRules: [
    { name: /^stt$/, kind: "other", part: "turn" },
    { name: /^tts$/, kind: "other", part: "summary" },
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
