import { expect, it } from "vitest";
import { excerptOf } from "./excerpt-of";

const around = (text: string, word: string) =>
  excerptOf(text, { start: text.indexOf(word), end: text.indexOf(word) + word.length });

it("is the sentence or the field that holds the words, without marks", () => {
  const args = '{"customer_name":"Ada Byron","order_id": "W5512390","sentiment":"frustrated"}';
  expect(around(args, "customer_name")).toBe("customer_name: Ada Byron");
  expect(around(args, 'order_id": "W5')).toBe("order_id: W5512390");
  const prose = '{"summary":"She wants a new lamp. We tried a restart, twice; no luck."}';
  expect(around(prose, "wants")).toBe("She wants a new lamp");
  expect(around(prose, "restart")).toBe("We tried a restart");
});

it("is at most eighty characters to each side", () => {
  const long = `${"word ".repeat(60)}wants ${"word ".repeat(60)}`;
  expect(around(long, "wants").length).toBeLessThanOrEqual(165);
});

it("is the whole of a short text", () => {
  expect(around("frustrated", "frustrated")).toBe("frustrated");
});
