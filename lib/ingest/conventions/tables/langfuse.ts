import type { Convention } from "../convention";

/** Langfuse's OpenTelemetry attributes. */
export const langfuse: Convention = {
  name: "langfuse",
  kindKeys: ["langfuse.observation.type"],
  model: ["langfuse.observation.model.name", "langfuse.observation.model"],
  promptName: ["langfuse.observation.prompt.name", "langfuse.prompt.name"],
  promptVersion: ["langfuse.observation.prompt.version", "langfuse.prompt.version"],
  toolError: ["langfuse.observation.level"],
  failure: ["langfuse.observation.status_message"],
  input: [
    { key: "langfuse.observation.input", form: "body" },
    { key: "langfuse.trace.input", form: "body" },
  ],
  output: [
    { key: "langfuse.observation.output", form: "body" },
    { key: "langfuse.trace.output", form: "body" },
  ],
  identity: {
    session: ["langfuse.session.id"],
    customerId: ["langfuse.user.id"],
    release: ["langfuse.release"],
  },
  metadataObjects: ["langfuse.trace.metadata", "langfuse.observation.metadata"],
  metadataPrefixes: [],
  associationPrefixes: ["langfuse.trace.metadata.", "langfuse.observation.metadata."],
};
