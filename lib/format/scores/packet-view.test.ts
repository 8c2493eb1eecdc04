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

const summary = { form: "summary", parts: [], words: null } as const;
const known = (facts: readonly KnownFact[]) => ({ facts, isOfAnotherAccount: false });

describe("what was handed to a person", () => {
  it("shows its words and the topics found in it, and names none that is not", () => {
    const shown = [{ span: "t/s" }] as const;
    const packet = {
      form: "summary",
      parts: [{ part: "data", shown }],
      words: "order_id: W5",
    } as const;
    const view = packetView(packet, known([]), nowhere);
    expect(view).toMatchObject({ form: "A summary", words: "order_id: W5" });
    expect(view.items.map(({ topics }) => topics)).toEqual(["data"]);
  });

  it("names topics of one place together", () => {
    const whole = [{ span: "t/s" }] as const;
    const parts = (["identity", "tried", "sentiment"] as const).map((part) => ({
      part,
      shown: part === "tried" ? ([{ span: "t/other" }] as const) : whole,
    }));
    const { items } = packetView({ form: "summary", parts, words: null }, known([]), nowhere);
    expect(items.map(({ topics }) => topics)).toEqual(["identity, sentiment", "steps tried"]);
  });

  it("says nothing of its use where the next contact is about another account", () => {
    const other = { facts: [], isOfAnotherAccount: true };
    expect(packetView(summary, other, nowhere).use).toBeNull();
  });

  it("was not used where the person asked again, whatever else they used", () => {
    const facts = [fact("city", "carried"), fact("order number", "asked-again")];
    const { use } = packetView(summary, known(facts), nowhere);
    expect(use).toEqual({ tone: "fail", label: "asked again afterwards: order number" });
  });

  it("says what the person used, or that nothing shows it", () => {
    const used = packetView(summary, known([fact("city", "carried")]), nowhere);
    expect(used.use).toEqual({ tone: "pass", label: "used afterwards: city" });
    const nothing = packetView({ ...summary, form: "nothing" }, known([]), nowhere);
    expect(nothing.use?.label).toBe("there was nothing to use");
  });
});
