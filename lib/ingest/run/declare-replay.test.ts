import { expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { AttributeValue, SourceSpan } from "@/lib/domain/trace/span";
import { createReplayDeclarer } from "./declare-replay";
import { mergeTraceNames, readTraceNames } from "./trace-names";
import { declare } from "../conventions/declare";
import { scanAttributes } from "../conventions/scan";

const span = (
  attributes: Readonly<Record<string, AttributeValue>>,
  resource: Readonly<Record<string, AttributeValue>> = {},
): SourceSpan => ({
  ...{ traceId: "a".repeat(32), spanId: "b".repeat(16), parentSpanId: null, name: "span" },
  ...{ otlpKind: 1, startUs: 1, endUs: 2, status: "unset", statusMessage: "" },
  ...{ events: [], links: [], scope: "", attributes: new Map(Object.entries(attributes)) },
  resource: new Map(Object.entries(resource)),
});

const of = { run: "v15-1", release: "v15", cohort: "hash", item: "refund-017", repeat: 3 };

it.each([
  ["nothing", span({})],
  [
    "other values on span and resource",
    span(
      { run_id: "theirs", release: "abc", "cohort.item": "x", "throughline.cohort.repeat": 1 },
      { "throughline.run": "theirs", "throughline.cohort.item": "y", release: "def" },
    ),
  ],
  ["a simulator's item", span({ "fi.simulator.call_execution_id": "run-9" })],
  ["metadata", span({ metadata: '{"run_id":"theirs","release":"abc","cohort_item":"x"}' })],
])("is what a span declares that declared %s", (_, given) => {
  const replayed = createReplayDeclarer(of)(given);
  const scan = scanAttributes(replayed.attributes, replayed.scope);
  const { declared } = declare(replayed, scan, defaultSettings);
  const first = [declared.runId, declared.release, declared.cohort, declared.cohortItem].map(
    (values) => values?.[0]?.value,
  );
  expect([...first, declared.repeat?.[0]?.value]).toEqual([
    ...["v15-1", "v15", "hash", "refund-017", "3"],
  ]);
});

it("is of a graph's span by its resource, as the number of its own run is none of a replay", () => {
  const declared = createReplayDeclarer(of)(span({ langgraph_step: 1, run_id: "graph" }));
  expect(declared.resource.get("throughline.run")).toBe("v15-1");
});

it("keeps a resource that spans share", () => {
  const declare15 = createReplayDeclarer(of);
  const [one, two] = [span({}), span({})];
  const shared = [one, { ...two, resource: one.resource }].map(declare15);
  expect(shared[0]?.resource).toBe(shared[1]?.resource);
});

it("reads what a trace names, each value once", () => {
  const spans = [
    span({ case_id: "C-1", session_id: "s" }, { "throughline.cohort.item": "i" }),
    span({ case_id: "C-1" }, { "throughline.cohort.item": "i", "throughline.cohort.repeat": "2" }),
  ];
  expect(readTraceNames("t", spans, defaultSettings)).toEqual({
    ...{ traceId: "t", items: ["i"], sessions: ["s"], cases: ["C-1"], repeat: 2 },
  });
  const [first, second] = spans.map((each) => readTraceNames("t", [each], defaultSettings));
  if (first === undefined || second === undefined) throw new Error("There are two.");
  expect(mergeTraceNames(first, second)).toEqual(readTraceNames("t", spans, defaultSettings));
});
