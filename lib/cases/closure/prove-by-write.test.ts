import { describe, expect, it } from "vitest";
import type { CaseSpan, Closure } from "@/lib/domain/case/case";
import { derive, tool, turn } from "../test-spans";
import { proveByWrite } from "./prove-by-write";

const customer = (at: number, text: string): CaseSpan => turn(at, "customer", text);
const agent = (at: number, text: string): CaseSpan => turn(at, "agent", text);
const cancels = (at: number, args = '{"order_id":"#W123"}'): CaseSpan =>
  tool(at, "cancel_order", args, '{"status":"cancelled"}');
const refunds = (at: number, args: string): CaseSpan =>
  tool(at, "refund_order", args, '{"status":"refunded"}');

const asked = customer(0, "Please cancel my order #W123.");

function proofOf(...spans: readonly CaseSpan[]): Closure | null {
  return proveByWrite(derive(spans));
}

describe("a case's only write", () => {
  it("is proof of what the customer had asked for, and says which tool did it", () => {
    expect(proofOf(asked, cancels(1), agent(2, "Done."))).toEqual({
      method: "system_action_verified",
      evidence: "verified",
      because:
        "cancel_order succeeded for what the customer had asked to cancel, and no request is left open.",
      quotes: [
        { message: 0, start: 0, end: 29 },
        { message: 1, start: 0, end: 22 },
      ],
    });
  });

  it("is proof also of what was asked as a question", () => {
    expect(proofOf(customer(0, "Can you cancel my order #W123?"), cancels(1))).not.toBeNull();
  });

  it("is proof also after a call that only looked up, but not if that failed", () => {
    const looksUp = (result: string) => tool(1, "get_order", '{"id":"#W123"}', result);
    expect(proofOf(asked, looksUp('{"state":"open"}'), cancels(2))).not.toBeNull();
    expect(proofOf(asked, looksUp('{"error":"locked"}'), cancels(2))).toBeNull();
  });

  it("proves nothing where there are two", () => {
    expect(proofOf(asked, cancels(1), cancels(2), agent(3, "Done."))).toBeNull();
  });

  it("proves nothing where the case also ends with a contact about another account", () => {
    const later = turn(60, "customer", "I am here about my sister.", {
      belonging: { session: "s-2" },
    });
    const derived = derive([asked, cancels(1), agent(2, "Done."), later]);
    const [first, second] = derived.interactions;
    if (first === undefined || second === undefined) throw new Error("There are two contacts.");
    const interactions = [first, { ...second, account: 1 }];
    expect(proveByWrite({ ...derived, interactions })).toBeNull();
    const ofNobody = [first, { ...second, account: 1, isTouchpoint: false }];
    expect(proveByWrite({ ...derived, interactions: ofNobody })).not.toBeNull();
  });

  it("proves nothing where it took another means of payment than the customer named", () => {
    const request = customer(0, "Please refund my order #W123 to my credit card.");
    const to = (method: string) =>
      refunds(1, JSON.stringify({ order_id: "#W123", payment_method_id: method }));
    expect(proofOf(request, to("credit_card_1"))).not.toBeNull();
    expect(proofOf(request, to("gift_card_1"))).toBeNull();
  });

  it("proves nothing where it came before the request, though its order had been named", () => {
    expect(proofOf(customer(0, "I have an order #W123."), cancels(1))).toBeNull();
    expect(
      proofOf(
        customer(0, "I have an order #W123."),
        cancels(1),
        customer(2, "Please cancel my order #W123."),
      ),
    ).toBeNull();
  });
});

describe("the agent's last words", () => {
  it("leave the case open where they want something of the customer", () => {
    expect(proofOf(asked, cancels(1), agent(2, "Which other order is it?"))).toBeNull();
    expect(proofOf(asked, cancels(1), agent(2, "Is there anything else?"))).not.toBeNull();
  });

  it("are read also where a tool was called after them", () => {
    const looksUp = tool(3, "get_order", '{"id":"#W124"}', '{"state":"open"}');
    expect(proofOf(asked, cancels(1), agent(2, "Which other order is it?"), looksUp)).toBeNull();
  });

  it("are not what was asked before, nor what the customer wants to be told", () => {
    const asks = agent(1, "Which order is it?");
    expect(proofOf(asked, asks, customer(2, "#W123."), cancels(3))).not.toBeNull();
    const request = customer(0, "Please cancel my order #W123 and let me know when it is done.");
    expect(proofOf(request, cancels(1))).not.toBeNull();
  });
});

describe("what a write is compared with", () => {
  it("is no request of the agent's", () => {
    const asks = agent(1, "Please return the parcel if it still comes.");
    expect(proofOf(asked, asks, cancels(2), agent(3, "Done."))).not.toBeNull();
    expect(
      proofOf(customer(0, "It is #W123."), agent(1, "Please cancel it."), cancels(2)),
    ).toBeNull();
  });

  it("is the order that the customer named before it, not the agent, nor anybody afterwards", () => {
    const request = customer(0, "Please cancel my order.");
    expect(proofOf(request, customer(1, "It is #W123."), cancels(2))).not.toBeNull();
    expect(proofOf(request, agent(1, "It is #W123."), cancels(2))).toBeNull();
    expect(proofOf(request, cancels(1), customer(2, "It was #W123."))).toBeNull();
  });

  it("is an amount that either side named, but not one that only a tool returned", () => {
    const request = customer(0, "Please refund my order #W123.");
    const refunded = refunds(2, '{"order_id":"#W123","amount":35}');
    expect(proofOf(request, agent(1, "That is $35.00."), refunded)).not.toBeNull();
    expect(proofOf(request, customer(1, "It was 35 dollars."), refunded)).not.toBeNull();
    expect(
      proofOf(request, tool(1, "get_order", '{"id":"#W123"}', '{"total":35}'), refunded),
    ).toBeNull();
  });
});
