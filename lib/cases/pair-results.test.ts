import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { Utterance } from "@/lib/domain/trace/reading";
import { runs } from "@/lib/testing/runs";
import { derive, model, says, tool } from "./test-spans";

const request = says("customer", "Change my address, and what do you sell?");
const done = says("agent", "Your address is changed. We sell hats.");
const changed = { id: "c1", name: "change_address", args: '{"city":"Rome"}' };
const listed = { id: "c2", name: "list_products", args: "{}" };

function returns(text: string, parts: Partial<Utterance> = {}): Utterance {
  return { speaker: "tool", text, ...parts };
}

/** "name args => result" of each tool message; "!" before a result that is an error. */
function toolLines(derived: DerivedCase): readonly string[] {
  return derived.messages.flatMap(({ tool: call, text }) =>
    call === null ? [] : [`${call.name} ${call.args} => ${call.isError ? "!" : ""}${text}`],
  );
}

const paired = ['change_address {"city":"Rome"} => Rome', "list_products {} => hats"];

describe("tool results without the id of their call", () => {
  // Two model calls make one tool call each; the next prompt holds both results after both calls,
  // and the tracer took the first result for that of the call made last.
  const spans = [
    model(0, [request], [says("agent", "", [changed])]),
    tool(0.1, changed.name, changed.args, ""),
    model(0.2, [request], [says("agent", "", [listed])]),
    tool(0.3, listed.name, listed.args, "Rome"),
    model(0.4, [request, returns("Rome"), returns("hats")], [done]),
  ];

  it("belong to the calls in order, also where the last call's span has the first result", () => {
    const derived = derive(spans);
    expect(toolLines(derived)).toEqual(paired);
    expect(derived.messages[1]?.spans).toContain("t1/tool-0.1");
    expect(derived.messages[2]?.spans).toEqual(["t1/tool-0.3", "t1/model-0.4"]);
  });

  it("belong to the same calls whichever spans have one and in whatever order the spans arrive", () => {
    const recorded = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }).chain((hasOwn) => {
      const calls = hasOwn.map((_, at) => ({ id: null, name: "look_up", args: `{"id":${at}}` }));
      const all = calls.map((_, at) => returns(`result ${at}`));
      const made = calls.flatMap((call, at) => [
        model(at, [request], [says("agent", "", [call])]),
        tool(at + 0.1, call.name, call.args, hasOwn[at] === true ? `result ${at}` : ""),
      ]);
      const step = [...made, model(10, [request, ...all], [done])];
      return fc.shuffledSubarray(step, { minLength: step.length }).map((shuffled) => ({
        shuffled,
        expected: calls.map((call, at) => `${call.name} ${call.args} => result ${at}`),
      }));
    });
    fc.assert(
      fc.property(recorded, ({ shuffled, expected }) => {
        expect(toolLines(derive(shuffled))).toEqual(expected);
      }),
      { numRuns: runs(100) },
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(spans, { minLength: spans.length }), (shuffled) => {
        expect(derive(shuffled)).toEqual(derive(spans));
      }),
      { numRuns: runs(50) },
    );
  });

  it("take a failure with them", () => {
    const derived = derive([
      ...spans.slice(0, 3),
      tool(0.3, listed.name, listed.args, "No such city", { status: "error" }),
      model(0.4, [request, returns("No such city"), returns("hats")], [done]),
    ]);
    expect(toolLines(derived)).toEqual([
      'change_address {"city":"Rome"} => !No such city',
      "list_products {} => hats",
    ]);
  });

  it("belong to the calls in order where no span was recorded for them", () => {
    const derived = derive([
      model(0, [request], [says("agent", "", [changed])]),
      model(0.2, [request], [says("agent", "", [listed])]),
      model(0.4, [request, returns("Rome"), returns("hats")], [done]),
    ]);
    expect(toolLines(derived)).toEqual(paired);
  });

  it("belong to the calls of each step where a result comes before the next call", () => {
    const derived = derive([
      model(0, [request], [says("agent", "", [changed])]),
      model(0.2, [request, returns("Rome")], [says("agent", "", [listed])]),
      model(0.4, [request, returns("Rome"), returns("hats")], [done]),
    ]);
    expect(toolLines(derived)).toEqual(paired);
  });

  it("belong to the call of their tool where they carry its name, in whatever order they come", () => {
    const hats = returns("hats", { name: "list_products" });
    const rome = returns("Rome", { name: "change_address" });
    const inOrder = [
      model(0, [request], [says("agent", "", [changed, listed])]),
      model(0.4, [request, hats, rome], [done]),
    ];
    expect(toolLines(derive(inOrder)).toSorted()).toEqual(paired);
    const withSpans = [
      model(0, [request], [says("agent", "", [changed, listed])]),
      tool(0.1, changed.name, changed.args, ""),
      tool(0.2, listed.name, listed.args, ""),
      model(0.4, [request, hats, rome], [done]),
    ];
    expect(toolLines(derive(withSpans))).toEqual(paired);
  });

  it("are left where they are if there are fewer of them than calls without a result", () => {
    const derived = derive([
      model(0, [request], [says("agent", "", [{ id: "c0", name: "think", args: "{}" }])]),
      tool(0.05, "think", "{}", ""),
      ...spans,
    ]);
    expect(toolLines(derived)).toEqual([
      "think {} => ",
      'change_address {"city":"Rome"} => ',
      "list_products {} => Rome",
      "  => hats",
    ]);
  });

  it("stay with a call whose span has them, where the next prompt only repeats them", () => {
    const derived = derive([
      model(0, [request], [says("agent", "", [changed, listed])]),
      tool(0.1, changed.name, changed.args, "Rome"),
      tool(0.2, listed.name, listed.args, "hats"),
      model(0.4, [request, returns("hats"), returns("Rome")], [done]),
    ]);
    expect(toolLines(derived)).toEqual(paired);
  });
});

it("many calls of one step are read at a cost that grows with their number", () => {
  let reads = 0;
  const cost = (count: number): number => {
    const calls = Array.from({ length: count }, (_, at) => ({
      id: null,
      name: "look_up",
      get args() {
        reads += 1;
        return `{"id":${at}}`;
      },
    }));
    const made = calls.map((_, at) => tool(5 - at / 1000, "look_up", `{"id":${at}}`, ""));
    const results = calls.map((_, at) => returns(`result ${at}`));
    const first = model(0, [request], [says("agent", "", calls)]);
    const derived = derive([first, ...made, model(9, [request, ...results], [done])]);
    expect(toolLines(derived)[0]).toBe(`look_up {"id":${count - 1}} => result ${count - 1}`);
    return reads;
  };
  const small = cost(100);
  expect((cost(400) - small) / small).toBeLessThan(7);
});

it("a result with its call's id is the call's, also where the call's span has none", () => {
  const answer = returns("Rome", { toolCallId: "c1" });
  const derived = derive([
    model(0, [request], [says("agent", "", [changed])]),
    tool(0.1, changed.name, changed.args, ""),
    model(0.2, [request, says("agent", "", [changed]), answer], [done]),
    model(0.4, [request, says("agent", "", [changed]), answer, done], []),
  ]);
  expect(toolLines(derived)).toEqual(['change_address {"city":"Rome"} => Rome']);
});
