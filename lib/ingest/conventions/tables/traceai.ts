import type { Convention } from "../convention";

/** FutureAGI's traceAI: Python (`gen_ai.*`), TypeScript, Java and C# (`fi.*`, `llm.*`), and its voice-call span. */
export const traceAi: Convention = {
  name: "traceai",
  kindKeys: ["fi.span.kind", "gen_ai.span.kind"],
  nameRules: [{ name: /^Guardrail\.protect$/, kind: "guardrail" }],
  promptName: ["gen_ai.prompt.template.name", "gen_ai.prompt.name"],
  promptVersion: ["gen_ai.prompt.template.version"],
  system: ["gen_ai.prompts"],
  toolName: ["gen_ai.tool.name", "tool_call.function.name"],
  input: [
    { key: "gen_ai.input.messages.", form: "flat" },
    { key: "tool_call.function.arguments", form: "verbatim" },
    { key: "raw.input", form: "body" },
  ],
  output: [
    { key: "gen_ai.output.messages.", form: "flat" },
    { key: "raw.output", form: "body" },
  ],
  identity: {
    runId: ["fi.simulator.test_execution_id", "fi.simulator.run_test_id"],
    cohortItem: ["fi.simulator.call_execution_id"],
    channel: ["gen_ai.voice.channel_type"],
  },
  voice: { scopes: [], keyPrefixes: ["gen_ai.voice."] },
};

/** One span for a whole call, as FutureAGI's platform imports it from telephony providers. */
export const voiceCall: Convention = {
  name: "futureagi-voice-call",
  nameRules: [
    { name: /^.*$/, when: { key: "gen_ai.voice.transcript" }, kind: "chain", part: "turn" },
    { name: /^.*$/, when: { key: "fi.conversation.transcript" }, kind: "chain", part: "turn" },
    { name: /^.*$/, when: { key: "conversation.transcript" }, kind: "chain", part: "turn" },
  ],
  input: [
    { key: "conversation.transcript.", form: "flat" },
    { key: "conversation.transcript", form: "messages" },
    { key: "fi.conversation.transcript", form: "messages" },
    { key: "gen_ai.voice.transcript", form: "prompt" },
    { key: "provider_transcript", form: "messages" },
  ],
  voice: { scopes: [], keyPrefixes: ["conversation.transcript.", "conversation.recording."] },
};
