/** Required and desired value of each figure. `isBetter` is the direction. */
export const targets = {
  pipeline: { label: "pipeline ÷ naive store", unit: "n", must: 2.5, goal: 2 },
  pipelineCpu: { label: "  the same in processor time", unit: "n" },
  pipelineB: { label: "pipeline", unit: "b" },
  duckDb: { label: "pipeline ÷ DuckDB's bare load", unit: "×", must: 2.5, goal: 1.5 },
  evaluators: {
    label: "evaluators, per core",
    unit: "interactions/s",
    must: 200,
    goal: 500,
    isBetter: "higher",
  },
  evaluatorShare: { label: "evaluators' share of the pipeline", unit: "%" },
  masking: { label: "masking by patterns, added", unit: "b", must: 3, goal: 2 },
  file: { label: "workspace file ÷ raw export", unit: "", must: 0.6, goal: 0.35 },
  derive: { label: "derive all cases again, evaluators apart", unit: "b", must: 1.5, goal: 1 },
  again: { label: "  the same with evaluators, rows replaced, links", unit: "b" },
  growth: {
    label: "growth: spans/s, large ÷ small",
    unit: "",
    must: 0.7,
    goal: 0.9,
    isBetter: "higher",
  },
  memory: { label: "memory while ingesting, the large export", unit: "MB", must: 500, goal: 300 },
  memoryCase: { label: "memory while ingesting, one huge case", unit: "MB", must: 500, goal: 300 },
  list: { label: "list p95 while ingesting ÷ idle", unit: "×", must: 2.5, goal: 1.5 },
  write: { label: "a write while ingesting, p95", unit: "ms", must: 50, goal: 10 },
  casePage: { label: "Case page of 500 spans, p95", unit: "ms", must: 20, goal: 5 },
  casePageCpu: { label: "  the same in processor time", unit: "ms" },
  casesFew: { label: "Cases page, any query, p95, fewer cases", unit: "ms", must: 50, goal: 20 },
  casesFewCpu: { label: "  the same in processor time", unit: "ms" },
  casesMany: { label: "Cases page, any query, p95, many cases", unit: "ms", must: 50, goal: 20 },
  casesManyCpu: { label: "  the same in processor time", unit: "ms" },
  casesManyText: { label: "  of those with words, in processor time", unit: "ms" },
  casesLoad: { label: "  what a server reads at its start", unit: "s" },
  casesBytes: { label: "  memory a case", unit: "bytes" },
  overview: {
    label: "Overview, 90 days and those before, many cases",
    unit: "ms",
    must: 50,
    goal: 17,
  },
  overviewCpu: { label: "  the same in processor time", unit: "ms" },
  overviewNarrowed: { label: "  narrowed down, p95, in processor time", unit: "ms" },
  overviewAgain: { label: "  the same filters again", unit: "ms" },
  overviewLater: { label: "  a minute later", unit: "ms" },
  overviewWritten: { label: "  after a case was written", unit: "ms" },
  journeys: {
    label: "Journeys, the same cases, in processor time",
    unit: "ms",
    must: 150,
    goal: 50,
  },
  handoffs: { label: "Handoffs", unit: "ms", must: 150, goal: 50 },
  persona: { label: "Persona", unit: "ms", must: 150, goal: 50 },
  sla: { label: "SLA", unit: "ms", must: 150, goal: 50 },
  metrics: { label: "Every metric's figure", unit: "ms", must: 150, goal: 50 },
  listContacts: { label: "a list of contacts", unit: "ms", must: 150, goal: 50 },
  listHandoffs: { label: "a list of handoffs", unit: "ms", must: 150, goal: 50 },
  listPromises: { label: "a list of promises", unit: "ms", must: 150, goal: 50 },
};

/** @returns whether a figure meets a target, null without a target */
export function meets(value, target, isBetter = "lower") {
  if (target === undefined) return null;
  return isBetter === "higher" ? value >= target : value <= target;
}
