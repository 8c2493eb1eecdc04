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

it.each([
  "8GB RAM, 1TB SSD",
  "A 16GB DDR4 RAM, 512GB SSD, HDMI, USB-C",
  "PHX to SEA, BOS, MCO",
  "SONY WH-1000XM4 NOISE CANCELLING WIRELESS HEADPHONES",
  "Order W9284598, SKU AB-CDEF-GH, VAT ID, PO BOX, UPS",
])("takes no unit, product or abbreviation for shouting in “%s”", (text) => {
  expect(isAngry(text)).toBe(false);
});

it.each(["STOP WASTING MY TIME", "I WANT MY MONEY BACK!!!", "WHY DOES NOBODY ANSWER ME"])(
  "hears that “%s” is shouted",
  (text) => {
    expect(isAngry(text)).toBe(true);
  },
);
