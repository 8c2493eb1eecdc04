import { expect, it } from "vitest";
import { isDisappointment, polarityOf } from "./polarity";

it.each([
  ["Your refund is done.", 1],
  ["The parcel was sent on Monday.", 1],
  ["There's nothing to be done about it.", -1],
  ["There is no more we can do.", -1],
  ["I've done all I can from here. Goodbye.", -1],
  ["It has not been sent yet.", -1],
  ["It hasn't been processed.", -1],
  ["Which day suits you?", 0],
  ["Is there anything else that I can do for you?", 0],
  ["Anything more we can do today?", 0],
  ["You had four correct and zero wrong!", 0],
  ["I'm sorry for the delay.", 0],
  ["There are no more directions.", 0],
  ["There are no seats left.", -1],
  ["Unfortunately your answer was wrong.", 0],
  ["Unfortunately that was the wrong card.", -1],
  ["Sorry, let me ask that again.", 0],
  ["Sorry, I cannot let you.", -1],
  ["I'm sorry, that is not possible.", -1],
])("%s says %d of the outcome", (text, says) => {
  expect(polarityOf(text)).toBe(says);
});

it.each([
  ["Whatever.", true],
  ["Ok, whatever, bye.", true],
  ["She eats anything, so whatever works.", false],
  ["Whatever is fastest, please.", false],
])("%s is disappointment: %s", (text, is) => {
  expect(isDisappointment(text)).toBe(is);
});
