import { expect, it } from "vitest";
import { derivedInteraction, firstUs } from "@/lib/testing/derived-case";
import { ratingsByContact } from "./ratings";

it("gives a rating to the contact it was given in or after, and keeps the last of each", () => {
  const interactions = [
    derivedInteraction({ endUs: firstUs + 10 }),
    derivedInteraction({ ordinal: 1, startUs: firstUs + 100, endUs: firstUs + 200 }),
  ];
  const rated = (atUs: number, csat: number) =>
    ({ name: "csat", atUs: firstUs + atUs, csat }) as const;
  const caseEvents = [rated(10, 2), rated(50, 5), rated(900, 1)];
  expect([...ratingsByContact({ interactions, caseEvents })]).toEqual([
    [0, 5],
    [1, 1],
  ]);
  expect([...ratingsByContact({ interactions: [], caseEvents })]).toEqual([]);
});
