import { describe, expect, it } from "vitest";
import type { KnownFact } from "@/lib/domain/case/handoff-facts";
import { numberQuotations } from "../number-quotations";
import { packetView } from "./packet-view";

const nowhere = numberQuotations([], [], () => "");
const fact = (what: string, after: KnownFact["after"]): KnownFact => ({
  kind: "detail",
  what,
  given: { message: 0, start: 0, end: 1 },
  by: "customer",
  after,
  seen: null,
});

describe("what was handed to a person", () => {
  it("has all five parts, each present with its words or absent", () => {
    const shown = [{ span: "t/s" }] as const;
    const parts = [{ part: "data", shown, words: "order_id: W5" }] as const;
    const view = packetView({ form: "summary", parts }, [], nowhere);
    expect(view.form).toBe("A summary");
    expect(view.verdict).toEqual({ tone: "warn", label: "1 of 5 parts" });
    expect(view.items.map(({ name, isPresent, words }) => [name, isPresent, words])).toEqual([
      ["Identity", false, null],
      ["Data", true, "order_id: W5"],
      ["Steps tried", false, null],
      ["Expectation", false, null],
      ["Sentiment", false, null],
    ]);
  });

  it("was not used where the person asked again, whatever else they used", () => {
    const facts = [fact("city", "carried"), fact("order number", "asked-again")];
    const { use } = packetView({ form: "summary", parts: [] }, facts, nowhere);
    expect(use).toEqual({ tone: "fail", label: "asked again afterwards: order number" });
  });

  it("says what the person used, or that nothing shows it", () => {
    const used = packetView({ form: "summary", parts: [] }, [fact("city", "carried")], nowhere);
    expect(used.use).toEqual({ tone: "pass", label: "used afterwards: city" });
    const nothing = packetView({ form: "nothing", parts: [] }, [], nowhere);
    expect(nothing.use.label).toBe("there was nothing to use");
    expect(nothing.verdict.tone).toBe("fail");
  });
});
