import type { Convention } from "../convention";

/** Google's Agent Development Kit. */
export const googleAdk: Convention = {
  name: "google-adk",
  nameRules: [
    { name: /^call_llm$/, kind: "llm" },
    { name: /^(?:execute_tool|tool_call)\b/, kind: "tool" },
    { name: /^(?:agent_run|invoke_agent)\b/, kind: "agent" },
    { name: /^invocation$/, kind: "chain", part: "none" },
    { name: /^send_data$/, when: { key: "gcp.vertex.agent." }, kind: "other", part: "none" },
  ],
  input: [
    { key: "gcp.vertex.agent.tool_call_args", form: "verbatim" },
    { key: "gcp.vertex.agent.llm_request", form: "body" },
    { key: "gcp.vertex.agent.data", form: "messages" },
  ],
  output: [
    { key: "gcp.vertex.agent.tool_response", form: "verbatim" },
    { key: "gcp.vertex.agent.llm_response", form: "body" },
  ],
  identity: {
    session: ["gcp.vertex.agent.session_id"],
    customerId: ["gcp.vertex.agent.user_id"],
  },
};

/** Firebase Genkit; the subtype determines an `action`'s kind. */
export const genkit: Convention = {
  name: "genkit",
  kindKeys: ["genkit:metadata:subtype", "genkit:type"],
  model: ["genkit:modelName"],
  toolError: ["genkit:state"],
  toolEntity: ["genkit:name"],
  modelEntity: ["genkit:name"],
  input: [{ key: "genkit:input", form: "body" }],
  output: [{ key: "genkit:output", form: "body" }],
  identity: {
    session: ["genkit:sessionId", "genkit:metadata:sessionId", "genkit:metadata:session.id"],
  },
  metadataObjects: ["genkit:metadata:context"],
  metadataPrefixes: ["genkit:metadata:"],
};
