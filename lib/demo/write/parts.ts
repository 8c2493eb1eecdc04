import { textOf, type ContextMessage } from "./steps";

/** A message in OpenTelemetry's GenAI format: role and parts. */
export function messageOfParts(said: ContextMessage): object {
  if (said.role === "call") {
    const { id, tool } = said;
    return {
      role: "assistant",
      parts: [{ type: "tool_call", id, name: tool.name, arguments: tool.args }],
    };
  }
  if (said.role === "result") {
    return {
      role: "tool",
      parts: [{ type: "tool_call_response", id: said.id, response: textOf(said) }],
    };
  }
  return { role: said.role, parts: [{ type: "text", content: said.text }] };
}
