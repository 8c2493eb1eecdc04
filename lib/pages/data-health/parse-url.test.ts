import { expect, it } from "vitest";
import { healthDays, healthHref } from "./url";
import { parseHealthParams } from "./parse-url";

it.each(healthDays)("reads %i days back from their own address", (days) => {
  const raw = Object.fromEntries(new URL(healthHref({ days }), "http://here").searchParams);
  expect(parseHealthParams(raw)).toEqual({ query: { days }, dropped: [] });
});

it("shows four weeks where the address asks for what is not offered, and says so", () => {
  for (const days of ["29", "a", ""]) {
    expect(parseHealthParams({ days, colour: "red" })).toEqual({
      query: { days: 28 },
      dropped: [
        { name: "colour", isKnown: false },
        { name: "days", isKnown: true },
      ],
    });
  }
});
