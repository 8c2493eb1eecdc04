import type { Convention } from "../convention";

/** OpenLIT beside OTel GenAI: frameworks, agents and tools, guards and evaluations. */
export const openLit: Convention = {
  name: "openlit",
  nameRules: [
    { name: /^.*$/, when: { key: "guard." }, kind: "guardrail" },
    { name: /^.*$/, when: { key: "evals." }, kind: "evaluator" },
  ],
  input: [
    { key: "gen_ai.tool.input", form: "verbatim" },
    { key: "gen_ai.tool.args", form: "verbatim" },
    { key: "gen_ai.workflow.input", form: "body" },
    { key: "gen_ai.framework.query.text", form: "texts" },
    { key: "gen_ai.framework.pipeline.input_data", form: "body" },
    { key: "gen_ai.agent.task", form: "body" },
  ],
  output: [
    { key: "gen_ai.tool.output", form: "verbatim" },
    { key: "gen_ai.response.tool_calls", form: "calls" },
    { key: "gen_ai.workflow.output", form: "body" },
    { key: "gen_ai.framework.pipeline.output_data", form: "body" },
    { key: "gen_ai.agent.actual_output", form: "body" },
    { key: "gen_ai.agent.final_result", form: "body" },
  ],
  identity: { customerId: ["gen_ai.request.user"] },
};
