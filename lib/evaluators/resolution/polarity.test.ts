import { expect, it } from "vitest";
import { polarityOf } from "./polarity";

it.each([
  ["Your refund is done.", 1],
  ["The parcel was sent on Monday.", 1],
  ["There's nothing to be done about it.", -1],
  ["There is no more we can do.", -1],
  ["I've done all I can from here. Goodbye.", -1],
  ["It has not been sent yet.", -1],
  ["It hasn't been processed.", -1],
  ["Which day suits you?", 0],
])("%s says %d of the outcome", (text, says) => {
  expect(polarityOf(text)).toBe(says);
});
