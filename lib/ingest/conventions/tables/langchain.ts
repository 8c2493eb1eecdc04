import type { Convention } from "../convention";

/** LangSmith's OpenTelemetry export, and what LangChain's instrumentors flatten from its metadata. */
export const langSmith: Convention = {
  name: "langsmith",
  kindKeys: ["langsmith.span.kind"],
  model: ["langsmith.metadata.ls_model_name", "ls_model_name"],
  promptName: ["langsmith.metadata.lc_hub_repo", "lc_hub_repo"],
  promptVersion: ["langsmith.metadata.lc_hub_commit_hash", "lc_hub_commit_hash"],
  identity: {
    session: [
      "langsmith.metadata.session_id",
      "langsmith.metadata.thread_id",
      "langsmith.metadata.conversation_id",
      "langsmith.trace.session_id",
      "thread_id",
      "langgraph.thread_id",
      "langgraph_thread_id",
    ],
    customerId: ["langsmith.metadata.user_id"],
  },
  metadataObjects: ["langsmith.metadata"],
  metadataPrefixes: ["langsmith.metadata."],
};
