import type { Convention } from "../convention";

/** Logfire's name for the OpenAI Agents SDK. */
const logfire = { scope: "logfire" };

/** Pydantic AI and Logfire, data formats 1 (events as an attribute) to 5 (OTel messages). */
export const pydanticAi: Convention = {
  name: "pydantic-ai",
  nameRules: [
    { name: /^agent run$|^.+ run$/, when: { key: "all_messages_events" }, kind: "agent" },
    { name: /^.*$/, when: { key: "pydantic_ai.all_messages" }, kind: "agent" },
    { name: /^running tool: |^running tool$/, kind: "tool" },
    { name: /^running (?:\d+ )?tools?$/, kind: "chain", part: "none" },
    { name: /^running output function/, kind: "tool" },
    { name: /^Agent run: /, when: logfire, kind: "agent" },
    { name: /^Handoff: /, when: logfire, kind: "agent" },
    { name: /^Guardrail /, when: logfire, kind: "guardrail" },
    { name: /^OpenAI Agents trace/, when: logfire, kind: "chain" },
  ],
  model: ["model_name"],
  toolEntity: ["tool_name"],
  input: [
    { key: "tool_arguments", form: "verbatim" },
    { key: "events", form: "transcript" },
    { key: "pydantic_ai.all_messages", form: "transcript" },
    { key: "all_messages_events", form: "transcript" },
    { key: "request_data", form: "body" },
  ],
  output: [
    { key: "tool_response", form: "verbatim" },
    { key: "final_result", form: "body" },
    { key: "events", form: "transcript" },
    { key: "pydantic_ai.all_messages", form: "transcript" },
    { key: "all_messages_events", form: "transcript" },
    { key: "response_data", form: "body" },
  ],
};
