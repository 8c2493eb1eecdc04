import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparer } from "./replay-values";

const { words, json } = comparer(["Order W1234 is late", "ref 88123"], ["About W1234"]);

describe("comparer", () => {
  it.each([
    ["You get it by Saturday.", "You get it by Friday"],
    ["It came on 31 October.", "it came on 6 November"],
    ["It came on October 31st, 2026.", "It came on Nov 6"],
    ["Due 2026-11-06T10:00:00Z", "Due 2026-11-07 09:30"],
    ["Due 06/11/2026 at 10:15 am", "Due 7/11/26 at 9 pm"],
    ["Good morning, call us this evening", "Good evening, call us this afternoon"],
    ["Your return is RMA-225006.", "Your return is RMA-225017."],
    ["Ticket 1234567", "Ticket 7654321"],
    ["Order #4711", "Order #4712"],
    ["Hello <PERSON:af44fbce00000000>", "Hello <PERSON:9055d21f00000000>"],
    ["Id 3f2504e0-4f89-11d3-9a0c-0305e82c3301", "Id 9b2504e0-4f89-11d3-9a0c-0305e82c33ff"],
  ])("takes what must differ out of %j and %j", (one, other) => {
    expect(words(one)).toBe(words(other));
  });

  it.each([
    ["It costs $170.00.", "It costs $150.00."],
    ["It costs 17000 €.", "It costs 18000 €."],
    ["It costs $17000.", "It costs $18000."],
    ["Balance: -5", "Balance: 5"],
    ["in 5 working days", "in 3 working days"],
    ["24-hour service", "48-hour service"],
    ["by tomorrow", "by today"],
    ["You may call", "You should call"],
    ["I have it", "I don't have it"],
    // An id that both replays know is the scenario's: another in its place is a difference.
    ["Your order W1234", "Your order W9999"],
  ])("keeps apart %j and %j", (one, other) => {
    expect(words(one)).not.toBe(words(other));
  });

  it("compares JSON by its values, whatever its spacing and the order of its keys", () => {
    expect(json('{"b":1, "a":"2026-11-06"}')).toBe(json('{"a":"2026-11-07","b":1}'));
    expect(json('{"at":1767600000}')).toBe(json('{"at":1767603600}'));
    expect(json('{"amount":170}')).not.toBe(json('{"amount":150}'));
    expect(json("not found: W777")).toBe(json("Not found: W778"));
  });

  it("takes out of any JSON value nothing that both replays have", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{2,4}-\d{4,8}$/), fc.nat(999), (id, amount) => {
        const both = comparer([`Order ${id}`], [`Order ${id}`]);
        const args = JSON.stringify({ amount, id });
        expect(both.json(args)).toBe(args);
      }),
    );
  });
});
