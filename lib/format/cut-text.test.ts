import { expect, it } from "vitest";
import { cutText } from "./cut-text";

it("cuts a text at a word", () => {
  expect(cutText("Where is my refund?", 40)).toBe("Where is my refund?");
  expect(cutText("Where is\n my refund, please?", 18)).toBe("Where is my…");
});

it("cuts a word that is longer than the room", () => {
  expect(cutText("x".repeat(50), 10)).toBe(`${"x".repeat(10)}…`);
});

it("leaves a masked value whole or out", () => {
  const masked = "<ACCOUNT:0123456789abcdef>";
  expect(cutText(`It is ${masked}.`, 12)).toBe("It is…");
  expect(cutText(`It is ${masked}.`, 40)).toBe(`It is ${masked}.`);
});
