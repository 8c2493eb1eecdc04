import { expect, it } from "vitest";
import { derive, turn } from "@/lib/cases/test-spans";
import { findAnger } from "./find-anger";

const isAngry = (text: string) => {
  const [message] = derive([turn(0, "customer", text)]).messages;
  return message !== undefined && findAnger(message) !== null;
};

it("hears what is shouted, and not the names of what is masked", () => {
  expect(isAngry("THIS IS THE THIRD TIME I CALL")).toBe(true);
  for (const digits of ["0123456789abcdef", "1111111111111111", "ab1cd2ef3ab4cd5e"]) {
    const masked = ["PERSON", "EMAIL", "PHONE", "ADDRESS", "CARD"].map(
      (type) => `<${type}:${digits}>`,
    );
    expect(isAngry(`It is ${masked.join(", ")}.`)).toBe(false);
  }
});
