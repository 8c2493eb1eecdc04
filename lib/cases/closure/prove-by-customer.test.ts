import { describe, expect, it } from "vitest";
import type { CaseEvent } from "@/lib/domain/trace/reading";
import type { CaseSpan } from "@/lib/domain/case/case";
import { derive, startUs, turn } from "../test-spans";
import { proveByCustomer } from "./prove-by-customer";

const customer = (at: number, text: string): CaseSpan => turn(at, "customer", text);
const agent = (at: number, text: string): CaseSpan => turn(at, "agent", text);

/** The numbers of the messages by which the customer confirms; null if nothing does. */
function confirmedBy(...spans: readonly CaseSpan[]): readonly number[] | null {
  const proof = proveByCustomer(derive(spans), []);
  return proof === null
    ? null
    : proof.quotes.flatMap((quote) => ("message" in quote ? [quote.message] : []));
}

const fails = customer(0, "It fails.");
const worked = customer(2, "That worked.");

describe("the customer's confirmation", () => {
  it("is not what the agent says", () => {
    expect(confirmedBy(fails, agent(1, "It is fixed now."))).toBeNull();
    expect(confirmedBy(fails, agent(1, "Restart it."), worked, agent(3, "Bye."))).toEqual([2]);
  });

  it("stands before a farewell of up to twelve words, but not before more, nor a request", () => {
    const twelve = "You were all so kind and quick today, a very good day";
    expect(confirmedBy(fails, worked, customer(3, ` ${twelve} `))).toEqual([1]);
    expect(confirmedBy(fails, worked, customer(3, `${twelve} everybody`))).toBeNull();
    expect(confirmedBy(fails, worked, customer(3, "Cancel my other card."))).toBeNull();
  });

  it("is of every account's last contact, each by its own words", () => {
    const derived = (one: string, other: string) => {
      const later = turn(60, "customer", other, { belonging: { session: "s-2" } });
      const both = derive([customer(0, one), later]);
      const [first, second] = both.interactions;
      if (first === undefined || second === undefined) throw new Error("There are two contacts.");
      return { ...both, interactions: [first, { ...second, account: 1 }] };
    };
    const said = "That worked.";
    expect(proveByCustomer(derived(said, said), [])?.quotes).toMatchObject([{ message: 1 }]);
    expect(proveByCustomer(derived(said, "Good morning."), [])).toBeNull();
    expect(proveByCustomer(derived("Good morning.", said), [])).toBeNull();
  });

  it("is a rating that says so, without a quote, but no other event", () => {
    const event = (name: CaseEvent["name"]): CaseEvent => ({
      name,
      reason: "solved",
      atUs: startUs,
    });
    const unproven = derive([fails]);
    expect(proveByCustomer(unproven, [event("csat")])).toMatchObject({
      ...{ method: "customer_confirm", evidence: "confirmed", quotes: [] },
    });
    expect(proveByCustomer(unproven, [event("closed")])).toBeNull();
  });
});
