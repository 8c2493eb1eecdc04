import type { Convention } from "../convention";

/** OpenLLMetry (Traceloop), with its legacy indexed prompts and completions. */
export const traceloop: Convention = {
  name: "traceloop",
  kindKeys: ["traceloop.span.kind"],
  nameRules: [{ name: /^crewai\.workflow$/, kind: "chain" }],
  model: ["llm.request.model", "llm.response.model"],
  promptName: ["traceloop.prompt.key"],
  promptVersion: ["traceloop.prompt.version", "traceloop.prompt.version_name"],
  toolEntity: ["traceloop.entity.name"],
  input: [
    { key: "gen_ai.prompt.", form: "flat" },
    { key: "llm.prompts.", form: "flat" },
    { key: "traceloop.entity.input", form: "body" },
  ],
  output: [
    { key: "gen_ai.completion.", form: "flat" },
    { key: "llm.completions.", form: "flat" },
    { key: "traceloop.entity.output", form: "body" },
  ],
  associationPrefixes: ["traceloop.association.properties."],
};

/** Separate because its kind has lower precedence than OTel's. */
export const traceloopRequestType: Convention = {
  name: "traceloop-request-type",
  kindKeys: ["llm.request.type"],
};
