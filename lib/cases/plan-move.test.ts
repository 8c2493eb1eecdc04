import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planMove, type TraceToMove } from "./plan-move";

type Placed = TraceToMove["spans"][number];

const own = (
  spanId: string,
  parentSpanId: string | null,
  caseId: string | null = "C-1",
): Placed => ({
  spanId,
  parentSpanId,
  caseId,
});

const traceOf = (
  spans: readonly Placed[],
  overrides: TraceToMove["overrides"] = [],
): TraceToMove => ({ traceId: "t", spans, overrides });

const spansMoved = (plan: ReturnType<typeof planMove>) =>
  plan.map(({ spanId, toCaseId }) => [spanId, toCaseId]);

describe("planning to move spans of a trace", () => {
  it("moves the whole trace where nothing has to stay", () => {
    const trace = traceOf([own("a", null), own("b", "a")]);
    expect(spansMoved(planMove(trace, new Set(["a", "b"]), new Set(), "C-2"))).toEqual([
      [null, "C-2"],
    ]);
  });

  it("names only the top of what moves", () => {
    const trace = traceOf([own("root", null), own("a", "root"), own("b", "a"), own("c", "root")]);
    const plan = planMove(trace, new Set(["a", "b"]), new Set(["root", "c"]), "C-2");
    expect(spansMoved(plan)).toEqual([["a", "C-2"]]);
  });

  it("holds what has to stay below a span that moves", () => {
    const trace = traceOf([own("a", null), own("b", "a"), own("c", "b", "C-9")]);
    const plan = planMove(trace, new Set(["a", "b"]), new Set(["c"]), "C-2");
    expect(spansMoved(plan)).toEqual([
      ["a", "C-2"],
      ["c", "C-9"],
    ]);
  });

  it("names a span again that was decided about before", () => {
    const before = { kind: "reassign", traceId: "t", spanId: "b", toCaseId: "C-1" } as const;
    const trace = traceOf([own("a", null), own("b", "a"), own("c", null)], [before]);
    const plan = planMove(trace, new Set(["a", "b"]), new Set(["c"]), "C-2");
    expect(spansMoved(plan)).toEqual([
      ["a", "C-2"],
      ["b", "C-2"],
    ]);
  });

  it("names each span where one was decided about before, though nothing has to stay", () => {
    const spans = [own("a", null), own("b", "a", "C-3")];
    const ofTrace = { kind: "reassign", traceId: "t", spanId: null, toCaseId: "C-1" } as const;
    const ofSpan = { ...ofTrace, spanId: "b", toCaseId: "C-3" };
    const plan = (overrides: TraceToMove["overrides"]) =>
      spansMoved(planMove(traceOf(spans, overrides), new Set(["a", "b"]), new Set(), "C-2"));
    expect(plan([ofTrace, ofSpan])).toEqual([
      ["a", "C-2"],
      ["b", "C-2"],
    ]);
    expect(plan([ofTrace])).toEqual([[null, "C-2"]]);
  });

  it("lets a span that neither moves nor has to stay follow its parent", () => {
    const trace = traceOf([own("a", null), own("b", "a"), own("c", null)]);
    const plan = planMove(trace, new Set(["a"]), new Set(["c"]), "C-2");
    expect(spansMoved(plan)).toEqual([["a", "C-2"]]);
  });

  it("names no staying span that a decision holds, that has no case or that is there already", () => {
    const held = { kind: "reassign", traceId: "t", spanId: "b", toCaseId: "C-9" } as const;
    const spans = [
      own("a", null),
      own("b", "a", "C-9"),
      own("c", "a", null),
      own("d", "a", "C-2"),
      own("e", "a"),
    ];
    const staying = new Set(["b", "c", "d", "e"]);
    expect(spansMoved(planMove(traceOf(spans, [held]), new Set(["a"]), staying, "C-2"))).toEqual([
      ["a", "C-2"],
      ["e", "C-1"],
    ]);
  });

  it("names only the top also where children come first, and no parent that the trace has not", () => {
    const spans = [own("c", "b"), own("b", "a"), own("a", "unknown"), own("d", null)];
    const moving = new Set(["a", "b", "c", "unknown"]);
    expect(spansMoved(planMove(traceOf(spans), moving, new Set(["d"]), "C-2"))).toEqual([
      ["a", "C-2"],
    ]);
  });

  it("ends where spans are each other's parents", () => {
    const trace = traceOf([own("a", "b"), own("b", "a"), own("c", null)]);
    const plan = planMove(trace, new Set(["a", "b"]), new Set(["c"]), "C-2");
    expect(plan).toHaveLength(1);
  });

  it("puts every moving span into the other case and leaves every staying one, whatever the tree", () => {
    const trees = fc
      .array(fc.nat({ max: 12 }), { minLength: 2, maxLength: 12 })
      .map((parents) =>
        parents.map((parent, index) => own(`s${index}`, parent < index ? `s${parent}` : null)),
      );
    fc.assert(
      fc.property(trees, fc.infiniteStream(fc.boolean()), (spans, coins) => {
        const moving = new Set(spans.filter(() => coins.next().value).map(({ spanId }) => spanId));
        const staying = new Set(
          spans.map(({ spanId }) => spanId).filter((spanId) => !moving.has(spanId)),
        );
        const plan = planMove(traceOf(spans), moving, staying, "C-2");
        for (const { spanId } of spans) {
          expect(placeOf(spanId, spans, plan)).toBe(moving.has(spanId) ? "C-2" : "C-1");
        }
      }),
    );
  });
});

/** The case of a span by its nearest override above, as identity resolution does it. */
function placeOf(
  spanId: string,
  spans: readonly Placed[],
  plan: ReturnType<typeof planMove>,
): string {
  const whole = plan.find((override) => override.spanId === null);
  for (let at: string | null = spanId; at !== null;) {
    const decided = plan.find((override) => override.spanId === at);
    if (decided !== undefined) return decided.toCaseId;
    at = spans.find((span) => span.spanId === at)?.parentSpanId ?? null;
  }
  return whole?.toCaseId ?? "C-1";
}
