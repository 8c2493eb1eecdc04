import type { Convention } from "../convention";

/** MLflow's span attributes, each a JSON text of its own. */
export const mlflow: Convention = {
  name: "mlflow",
  kindKeys: ["mlflow.spanType"],
  model: ["mlflow.llm.model", "mlflow.chat.model"],
  input: [{ key: "mlflow.spanInputs", form: "body" }],
  output: [{ key: "mlflow.spanOutputs", form: "body" }],
  identity: {
    session: ["mlflow.trace.session", "mlflow.traceSession"],
    customerId: ["mlflow.trace.user", "mlflow.traceUser"],
  },
  metadataObjects: ["mlflow.traceMetadata"],
};

export const laminar: Convention = {
  name: "laminar",
  kindKeys: ["lmnr.span.type"],
  input: [{ key: "lmnr.span.input", form: "body" }],
  output: [{ key: "lmnr.span.output", form: "body" }],
  associationPrefixes: ["lmnr.association.properties.metadata.", "lmnr.association.properties."],
};

export const braintrust: Convention = {
  name: "braintrust",
  kindKeys: ["braintrust.span_attributes.type", "braintrust.span_attributes"],
  model: ["braintrust.metadata.model"],
  modelObjects: ["braintrust.metadata"],
  input: [
    { key: "braintrust.input_json", form: "body" },
    { key: "braintrust.input", form: "body" },
  ],
  output: [
    { key: "braintrust.output_json", form: "body" },
    { key: "braintrust.output", form: "body" },
  ],
  metadataObjects: ["braintrust.metadata"],
  metadataPrefixes: ["braintrust.metadata."],
};

/** Weights & Biases Weave. */
export const weave: Convention = {
  name: "weave",
  kindKeys: ["weave.span.kind", "wandb.kind"],
  input: [{ key: "weave.inputs", form: "body" }],
  output: [{ key: "weave.output", form: "body" }],
  identity: { session: ["wandb.thread_id", "weave.thread_id"] },
};

export const opik: Convention = {
  name: "opik",
  kindKeys: ["opik.span.type"],
  input: [{ key: "opik.input", form: "body" }],
  output: [{ key: "opik.output", form: "body" }],
  identity: { session: ["opik.thread_id", "thread_id"] },
  metadataObjects: ["opik.metadata"],
  metadataPrefixes: ["opik.metadata."],
};

/** PostHog's LLM analytics properties. */
export const postHog: Convention = {
  name: "posthog",
  model: ["$ai_model"],
  input: [{ key: "$ai_input", form: "body" }],
  output: [
    { key: "$ai_output_choices", form: "messages" },
    { key: "$ai_output", form: "body" },
  ],
  identity: {
    session: ["$ai_session_id"],
    customerId: ["posthog.distinct_id", "posthog_distinct_id"],
  },
};
