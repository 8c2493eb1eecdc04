import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namedObjects } from "@/lib/testing/hostile/texts";
import { isSameIssue, readContactIssue } from "./compare-contacts";
import type { ContactCall } from "./named-objects";

const call = (name: string, args: Readonly<Record<string, unknown>>): ContactCall => ({
  name,
  args: JSON.stringify(args),
});

function areAlike(
  one: readonly string[],
  other: readonly string[],
  callsOfOne: readonly ContactCall[] = [],
  callsOfOther: readonly ContactCall[] = [],
): boolean {
  const a = readContactIssue({ texts: one, calls: callsOfOne });
  const b = readContactIssue({ texts: other, calls: callsOfOther });
  expect(isSameIssue(b, a)).toBe(isSameIssue(a, b));
  return isSameIssue(a, b);
}

const change = "I would like to move my flight to the next day.";
const changeAgain = "I want my flight moved to a day later.";

describe("isSameIssue", () => {
  it("goes by the words where no object is named", () => {
    const lost = "My card was stolen yesterday, please block the card.";
    expect(areAlike([lost], ["I have lost my card and want you to block it."])).toBe(true);
    expect(areAlike([lost], ["What is the exchange rate for dollars?"])).toBe(false);
  });

  it("leaves out the sentences with which a customer says who they are", () => {
    const who = [
      "My user ID is U-1.",
      "I don't have the reservation number.",
      "My e-mail is on file, and my zip code is 10001.",
    ];
    expect(
      areAlike([`Remove a passenger. ${who.join(" ")}`], [`Book a hotel. ${who.join(" ")}`]),
    ).toBe(false);
  });

  it("goes by a reservation that is named later, and needs another wish to be another issue", () => {
    const later = ["Hello!", change, "Yes, it is 4NQLHD."];
    expect(areAlike(later, ["Hi again.", changeAgain, "The code is 4NQLHD."])).toBe(true);
    expect(areAlike(later, ["Hi.", "Which meals do you serve on board?", "It is 4NQLHD."])).toBe(
      false,
    );
    expect(areAlike(later, ["Hi again.", changeAgain, "Reservation GV1N64."])).toBe(true);
  });

  it("takes another order for another issue, in the same words", () => {
    const about = (order: string) => [`Where is my order #${order}? It never came.`];
    expect(areAlike(about("W5056519"), about("W5056519"))).toBe(true);
    expect(areAlike(about("W5056519"), about("W8277957"))).toBe(false);
  });

  it("takes another invoice for no other issue: the same error comes with a new one each month", () => {
    const charged = (invoice: string) => [`I was charged twice on invoice #${invoice}. Fix it.`];
    expect(areAlike(charged("220145"), charged("231877"))).toBe(true);
  });

  it("knows an object by what a tool changed for the customer, or by the only one that was read", () => {
    const on = (id: string) => [call("update_reservation", { reservation_id: id })];
    expect(areAlike([change], [change], on("IFOYYZ"), on("IFOYYZ"))).toBe(true);
    expect(areAlike([change], [change], on("IFOYYZ"), on("NQNU5R"))).toBe(false);
    const read = (...ids: readonly string[]) =>
      ids.map((id) => call("get_reservation_details", { reservation_id: id }));
    expect(areAlike([change], [change], on("IFOYYZ"), read("NQNU5R"))).toBe(false);
    expect(areAlike([change], [change], on("IFOYYZ"), read("NQNU5R", "M20IZO"))).toBe(false);
    expect(areAlike([change], [change], on("IFOYYZ"), read("NQNU5R", "IFOYYZ"))).toBe(true);
  });

  it("takes no payment, no person and no measure for an object, and no other flight for another issue", () => {
    const paid = (id: string, flight: string) => [
      call("update_flights", {
        payment_id: `card_${id}`,
        user_id: `u_${id}`,
        flight_number: flight,
      }),
    ];
    expect(areAlike([change], [change], paid("11", "HAT045"), paid("22", "HAT136"))).toBe(true);
    const storage = (size: string) => `The tablet with ${size} that I bought does not charge.`;
    expect(areAlike([storage("128GB")], [storage("256GB")])).toBe(true);
  });

  it("is another person's issue where tools were asked about another account", () => {
    const about = (account: string) => [call("get_user", { user_id: `<ACCOUNT:${account}>` })];
    const [ours, theirs] = [about("3f9a0c1b2d4e5f60"), about("00000000000000aa")];
    expect(areAlike([change], [change], ours, ours)).toBe(true);
    expect(areAlike([change], [change], ours, theirs)).toBe(false);
  });

  it("may be one person's issue where they name another e-mail address or phone number", () => {
    const lost = "My card was stolen yesterday, please block the card.";
    const again = "I have lost my card and want you to block it.";
    const email = (name: string) => `My e-mail is ${name}@example.com.`;
    expect(areAlike([lost, email("ada")], [again, email("ada.lane")])).toBe(true);
    const phone = (digit: string) => `My phone number is <PHONE:${digit.repeat(16)}>.`;
    expect(areAlike([lost, phone("1")], [again, phone("2")])).toBe(true);
    const account = (digit: string) => `My user ID is <ACCOUNT:${digit.repeat(16)}>.`;
    expect(areAlike([lost, account("1")], [again, account("2")])).toBe(false);
  });

  it("says nothing without words and objects", () => {
    expect(areAlike(["Hello!"], ["Hello!"])).toBe(false);
    expect(areAlike([], [])).toBe(false);
  });

  it("is symmetric, and the same in any order of the calls", () => {
    const word = fc.constantFrom("card", "order", "W5056519", "#W8277957", "4NQLHD", "HAT045");
    const side = fc.tuple(
      fc.array(word, { maxLength: 6 }),
      fc.array(
        fc.tuple(
          fc.constantFrom("get_order", "cancel_order", "book_flight"),
          fc.constantFrom("order_id", "item_ids", "flight_number"),
          fc.constantFrom("W5056519", "W8277957", "1234567890", "HAT045"),
        ),
        { maxLength: 4 },
      ),
    );
    fc.assert(
      fc.property(side, side, ([a, callsA], [b, callsB]) => {
        const calls = (drawn: typeof callsA) =>
          drawn.map(([name, key, value]) => call(name, { [key]: value }));
        const alike = areAlike([a.join(" ")], [b.join(" ")], calls(callsA), calls(callsB));
        const reversed = [calls(callsA).toReversed(), calls(callsB).toReversed()] as const;
        expect(areAlike([a.join(" ")], [b.join(" ")], ...reversed)).toBe(alike);
      }),
    );
  });

  it.each(namedObjects)("reads hostile text to its end, and is symmetric then: $name", ({ of }) => {
    const said = of(100_000);
    const calls = [{ name: "get_order", args: said }];
    areAlike([said], ["Where is W1?"], calls);
  });
});
