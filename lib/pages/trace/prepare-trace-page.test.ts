import { describe, expect, it } from "vitest";
import type { StoredTrace, TraceSpan, TraceSpanDetail } from "@/lib/domain/trace/trace";
import { prepareTracePage } from "./prepare-trace-page";
import { defaultTraceQuery, spansPerPage, type TraceQuery } from "./url";

function span(spanId: string, parentSpanId: string | null, told: Partial<TraceSpan> = {}) {
  return {
    spanId,
    parentSpanId,
    name: spanId,
    kind: "chain",
    status: "unset",
    startUs: 1_000_000,
    endUs: 2_000_000,
    model: null,
    toolName: null,
    isToolError: false,
    usage: null,
    ...told,
  } satisfies TraceSpan;
}

const detail: TraceSpanDetail = {
  spanId: "call",
  identity: { caseId: { value: "C-1", from: "trace" }, channel: { value: "chat", from: "span" } },
  promptName: "support",
  promptVersion: "v15",
  isTextStripped: false,
  system: null,
  input: "what it was asked",
  output: [{ speaker: "agent", text: "x".repeat(30_000) }],
  extra: { passages: [{ id: "P", text: "a passage", score: 0.7 }] },
  resource: { attributes: { "service.name": "bot" }, scope: "s" },
  remainder: {
    otlpKind: 1,
    attributes: { b: [1, 2], a: "text" },
    links: [{ traceId: "other", spanId: "9" }],
  },
  findings: [],
  maskedCount: 1,
  message: 4,
  messageText: "It is on its way.",
  scores: [],
};

const trace: StoredTrace = {
  traceId: "t1",
  spans: [
    span("root", null, { endUs: 3_000_000 }),
    span("call", "root", { startUs: 1_500_000, kind: "tool", isToolError: true, toolName: "crm" }),
    span("inner", "call", { startUs: 1_600_000, endUs: 1_600_000 }),
    span("lost", "gone"),
  ],
  spanCount: 4,
  replays: [],
  caseIds: ["C-1"],
  span: detail,
};

function page(query: Partial<TraceQuery> = {}) {
  return prepareTracePage(trace, { ...defaultTraceQuery, ...query }, around);
}

const idsOf = (query: Partial<TraceQuery>) => page(query).rows.map(({ spanId }) => spanId);

const around = {
  openIn: [{ label: "Tempo", url: "https://tempo.example/{traceId}/{spanId}" }],
  claims: [],
  accuracyOf: () => "AUC 0.84",
  restore: (text: string) => text,
};

describe("prepareTracePage", () => {
  it("places bars on the trace's own axis and orphans last", () => {
    const { rows, orphansFrom, orphanCount, title } = page();
    expect(rows.map(({ spanId, depth, left, width }) => [spanId, depth, left, width])).toEqual([
      ["root", 0, 0, 1],
      ["call", 1, 0.25, 0.25],
      ["inner", 2, 0.3, 0],
      ["lost", 0, 0, 0.5],
    ]);
    expect([orphansFrom, orphanCount, title]).toEqual([
      3,
      1,
      expect.stringMatching(/^1 of 4 .* 2\.00 s$/u),
    ]);
  });

  it("chooses the first span that failed, and leads to it", () => {
    expect(page().panel?.spanId).toBe("call");
    expect(page().failed).toEqual({ count: 1, href: "/traces/t1?span=call" });
  });

  it("leads to the same trace and span in another tool, the trace only where no span is asked for", () => {
    const session = "https://tempo.example/s/{sessionId}";
    const openIn = [...around.openIn, { label: "Phoenix", url: session }];
    const identity = { ...detail.identity, session: { value: "a b", from: "span" } } as const;
    const shown = prepareTracePage({ ...trace, span: { ...detail, identity } }, defaultTraceQuery, {
      ...around,
      openIn,
    });
    const phoenix = { label: "Phoenix", href: "https://tempo.example/s/a%20b" };
    expect(shown.openIn).toEqual([phoenix]);
    expect(shown.panel?.openIn).toEqual([
      { label: "Tempo", href: "https://tempo.example/t1/call" },
      phoenix,
    ]);
    expect(page().panel?.openIn).toHaveLength(1);
  });

  it("folds what is below a span away and offers to bring it back", () => {
    expect(idsOf({ folded: ["call"] })).toEqual(["root", "call", "lost"]);
    const row = page({ folded: ["call"] }).rows[1];
    expect([row?.isFolded, row?.below, row?.toggleHref]).toEqual([true, 1, "/traces/t1"]);
    expect(page().foldHref).toBe("/traces/t1?fold=root");
  });

  it("finds spans by name, tool or kind and keeps what they stand under", () => {
    expect(idsOf({ text: "CRM" })).toEqual(["root", "call"]);
    expect(page({ text: "crm" }).hiddenByFilter).toBe(2);
    expect(idsOf({ text: "nothing" })).toEqual([]);
  });

  it("says where the keys lead from the span that is shown", () => {
    const list = "outcome=unresolved";
    const { keys } = page({ spanId: "call", list });
    expect(keys).toEqual({
      next: "/traces/t1?span=inner&list=outcome%3Dunresolved",
      previous: "/traces/t1?span=root&list=outcome%3Dunresolved",
      collapse: "/traces/t1?span=call&fold=call&list=outcome%3Dunresolved",
      expand: null,
    });
    expect(page({ spanId: "call", folded: ["call"] }).keys).toMatchObject({
      next: "/traces/t1?span=lost&fold=call",
      collapse: null,
      expand: "/traces/t1?span=call",
    });
  });

  it("quotes the words of the span's message that a score rests on, and leads to them in the case", () => {
    const evidence = [
      { message: 4, start: 0, end: 2 },
      { message: 9, start: 0, end: 2 },
    ];
    const verdict = { status: "scored", value: 1, because: "It says so.", evidence } as const;
    const target = { kind: "handoff", ordinal: 0 } as const;
    const scored = { evaluator: "context_retention", version: 14, target, verdict } as const;
    const shown = { ...trace, span: { ...detail, scores: [scored] } };
    const { panel } = prepareTracePage(shown, { ...defaultTraceQuery, list: "" }, around);
    expect(panel?.scores[0]?.quotations).toMatchObject([
      { kind: "words", words: [{ raw: "It" }], href: "/cases/C-1?list=#m4" },
    ]);
  });

  it("says so where the address names a span that is not there", () => {
    const { missingSpanId, panel } = prepareTracePage(
      { ...trace, span: null },
      { ...defaultTraceQuery, spanId: "elsewhere" },
      around,
    );
    expect([missingSpanId, panel]).toEqual(["elsewhere", null]);
  });

  it("shows the part of a long tree that holds the chosen span", () => {
    const spans = Array.from({ length: spansPerPage + 10 }, (_, at) =>
      span(`s${String(at).padStart(4, "0")}`, null),
    );
    const long = { ...trace, spans, spanCount: spans.length, span: null };
    const last = spans.at(-1)?.spanId ?? null;
    const shown = prepareTracePage(long, { ...defaultTraceQuery, spanId: last }, around);
    const { page, previousHref, nextHref } = shown.pagination;
    expect([page, shown.rows.length, nextHref]).toEqual([2, 10, null]);
    expect(previousHref).toBe(`/traces/t1?span=${last}&part=1`);
  });

  it("offers the tabs that hold something, what was retrieved first", () => {
    const { panel } = page();
    expect(panel?.tabs.map(({ tab, count }) => `${tab} ${count}`)).toEqual([
      "passages 1",
      "messages 2",
      "attributes 3",
      "raw 1",
    ]);
    expect([
      panel?.tab,
      page({ tab: "raw" }).panel?.tab,
      page({ tab: "scores" }).panel?.tab,
    ]).toEqual(["passages", "raw", "passages"]);
  });

  it("lays out whom it belongs to, its attributes in order, and where its words stand", () => {
    expect(page().panel).toMatchObject({
      prompt: "support v15",
      inCaseHref: "/cases/C-1#m4",
      belongs: [
        { label: "Case", value: "C-1", from: "trace" },
        { label: "Channel", value: "chat", from: "span" },
      ],
      attributes: [
        {
          title: "Attributes",
          rows: [
            { key: "a", value: { text: "text", cutFrom: null } },
            { key: "b", value: { text: "[1,2]", cutFrom: null } },
          ],
        },
        { title: "Resource", rows: [{ key: "service.name" }] },
      ],
      links: [{ href: "/traces/other?span=9" }],
    });
  });

  it("cuts a very long text and says how long it is", () => {
    const body = page().panel?.words.at(-1)?.messages[0]?.body;
    expect([body?.text.length, body?.cutFrom]).toEqual([20_000, 30_000]);
  });

  it("gives the whole span for copying, also where less of it is shown", () => {
    const { raw, copy } = page().panel ?? {};
    expect(raw?.cutFrom).toBe(copy?.length);
    expect(JSON.parse(copy ?? "null")).toMatchObject({ span_id: "call", tool_name: "crm" });
  });
});
