import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spanTree, type TreeSpan } from "./span-tree";

function span(spanId: string, parentSpanId: string | null, startUs = 0): TreeSpan {
  return { spanId, parentSpanId, startUs };
}

function lines(spans: readonly TreeSpan[]): string[] {
  return spanTree(spans).map(
    ({ span: { spanId }, depth, below, isOrphaned }) =>
      `${"  ".repeat(depth)}${spanId} ${below}${isOrphaned ? " orphan" : ""}`,
  );
}

describe("spanTree", () => {
  it("puts children below their parent, siblings by start", () => {
    const spans = [span("c", "a", 2), span("b", "a", 1), span("a", null, 0), span("d", "b", 3)];
    expect(lines(spans)).toEqual(["a 3", "  b 1", "    d 0", "  c 0"]);
  });

  it("puts spans whose parent is not there last, with what stands below them", () => {
    const spans = [span("x", "gone", 0), span("y", "x", 1), span("root", null, 5)];
    expect(lines(spans)).toEqual(["root 0", "x 1 orphan", "  y 0 orphan"]);
  });

  it("breaks circles at their earliest span", () => {
    const spans = [span("b", "a", 2), span("a", "b", 1), span("self", "self", 3)];
    expect(lines(spans)).toEqual(["a 1 orphan", "  b 0 orphan", "self 0 orphan"]);
  });

  it("names what a span stands under, outermost first", () => {
    const spans = [span("a", null), span("b", "a", 1), span("c", "b", 2)];
    expect(spanTree(spans).map(({ ancestors }) => ancestors)).toEqual([[], ["a"], ["a", "b"]]);
  });

  it("holds a chain that is longer than the stack", () => {
    const spans = Array.from({ length: 20_000 }, (_, at) =>
      span(`s${at}`, at === 0 ? null : `s${at - 1}`, at),
    );
    expect(spanTree(spans).at(-1)).toMatchObject({ depth: 19_999, below: 0 });
  });

  it("holds every span once and in the same place, whatever order they come in", () => {
    const parents = fc.array(fc.option(fc.integer({ min: 0, max: 12 })), { maxLength: 12 });
    const orders = parents
      .map((given) =>
        given.map((parent, at) => span(`s${at}`, parent === null ? null : `s${parent}`, at % 3)),
      )
      .chain((spans) =>
        fc.tuple(
          fc.constant(spans),
          fc.shuffledSubarray(spans, { minLength: spans.length, maxLength: spans.length }),
        ),
      );
    fc.assert(
      fc.property(orders, ([spans, shuffled]) => {
        const ids = spanTree(spans).map((node) => node.span.spanId);
        expect(spanTree(shuffled)).toEqual(spanTree(spans));
        expect(ids.sort()).toEqual(spans.map((each) => each.spanId).sort());
      }),
    );
  });
});
