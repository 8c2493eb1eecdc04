import type { Convention } from "../convention";

/** Logfire's name for the OpenAI Agents SDK. */
const logfire = { scope: "logfire" };

/**
 * Pydantic AI and Logfire, data formats 1 (events as an attribute) to 5 (OTel messages); traceAI's own names for its runs
 * and tools.
 */
export const pydanticAi: Convention = {
  name: "pydantic-ai",
  kindKeys: ["pydantic_ai.span_kind"],
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
  toolName: ["pydantic_ai.tool.name"],
  toolEntity: ["tool_name"],
  toolError: ["pydantic_ai.tool.is_error"],
  failure: ["pydantic_ai.tool.error_message"],
  input: [
    { key: "tool_arguments", form: "verbatim" },
    { key: "pydantic_ai.tool.args", form: "verbatim" },
    { key: "events", form: "transcript" },
    { key: "pydantic_ai.all_messages", form: "transcript" },
    { key: "all_messages_events", form: "transcript" },
    { key: "pydantic_ai.run.prompt", form: "customer" },
    { key: "request_data", form: "body" },
  ],
  output: [
    { key: "tool_response", form: "verbatim" },
    { key: "pydantic_ai.tool.result", form: "verbatim" },
    { key: "final_result", form: "body" },
    { key: "events", form: "transcript" },
    { key: "pydantic_ai.all_messages", form: "transcript" },
    { key: "all_messages_events", form: "transcript" },
    { key: "pydantic_ai.run.result", form: "body" },
    { key: "response_data", form: "body" },
  ],
};
