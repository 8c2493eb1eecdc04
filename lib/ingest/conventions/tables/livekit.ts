import type { Convention } from "../convention";

const when = { scope: "livekit", key: "lk." };
const silent = { kind: "other", part: "none" } as const;

/**
 * LiveKit agents; since 1.7 personal data is under `lk.pii.`. `user_turn` and `agent_turn` hold
 * each message once; `tts_*` repeats them.
 */
export const liveKit: Convention = {
  name: "livekit",
  nameRules: [
    { name: /^user_turn$/, kind: "chain", part: "turn", isSure: true },
    { name: /^agent_turn$/, kind: "chain", part: "turn", isSure: true },
    { name: /^(?:user|agent)_speaking$/, when, kind: "other", part: "none", isSure: true },
    { name: /^(?:job_entrypoint|agent_session)$/, kind: "agent" },
    { name: /^(?:llm_node|llm_request|llm_request_run)$/, when, kind: "llm" },
    // The voice is given what may be cut, or never played; `agent_turn` has what was heard.
    { name: /^(?:tts|stt)_\w+$/, when, kind: "other", part: "none", isSure: true },
    { name: /^(?:eou|amd|vad|keyterm|rpc|room|session|job)_\w+$/, when, ...silent },
    { name: /^(?:realtime_metrics|amd|eou|on_session_end|shutdown_callback)$/, when, ...silent },
    { name: /^(?:wait_for_\w+|publish_\w+|event_loop_blocked)$/, when, ...silent },
    { name: /^function_tool$/, kind: "tool" },
    { name: /^judge_evaluation$/, kind: "evaluator" },

    { name: /^(?:start|drain|pause|resume)_agent_activity$/, kind: "other", part: "none" },
    { name: /^on_(?:enter|exit)$/, when, kind: "other", part: "none" },
    { name: /^LiveKit Audio Capture\b/, kind: "other", part: "none" },
  ],
  toolName: ["lk.function_tool.name"],
  toolError: ["lk.function_tool.is_error"],
  toolCallId: ["lk.function_tool.id"],
  system: ["lk.pii.instructions", "lk.instructions"],
  input: [
    { key: "lk.pii.function_tool.arguments", form: "verbatim" },
    { key: "lk.function_tool.arguments", form: "verbatim" },
    { key: "lk.pii.user_transcript", form: "customer" },
    { key: "lk.user_transcript", form: "customer" },
    { key: "lk.pii.chat_ctx", form: "body" },
    { key: "lk.chat_ctx", form: "body" },
    { key: "lk.pii.user_input", form: "customer" },
    { key: "lk.user_input", form: "customer" },
    { key: "lk.pii.input_text", form: "agent" },
    { key: "lk.input_text", form: "agent" },
  ],
  output: [
    { key: "lk.pii.function_tool.output", form: "verbatim" },
    { key: "lk.function_tool.output", form: "verbatim" },
    { key: "lk.pii.response.text", form: "agent" },
    { key: "lk.response.text", form: "agent" },
    { key: "lk.pii.response.function_calls", form: "calls" },
    { key: "lk.response.function_calls", form: "calls" },
  ],
  identity: {
    session: ["lk.pii.room_name", "lk.room_name"],
    customerId: ["lk.pii.participant_identity", "lk.participant_identity"],
  },
  voice: { scopes: ["livekit"], keyPrefixes: ["lk."] },
};
