import { expect, it } from "vitest";
import { arriveAt, arrivedAt, type ChosenItem } from "./chosen-item";

/** Two items were selected one after the other before a page arrived. */
const ahead: ChosenItem = { from: "d0", id: "c0", sent: ["h0", "c0"] };

it("keeps the later selection when the page of the earlier one arrives", () => {
  const late = arriveAt(ahead, "h0");
  expect(late).toEqual({ ...ahead, from: "h0" });
  expect(arriveAt(late, "c0")).toEqual(arrivedAt("c0"));
});

it("follows an address that nobody selected here", () => {
  expect(arriveAt(ahead, "p1")).toEqual(arrivedAt("p1"));
  expect(arriveAt(ahead, null)).toEqual(arrivedAt(null));
  expect(arriveAt(arrivedAt("c0"), "h0")).toEqual(arrivedAt("h0"));
});
