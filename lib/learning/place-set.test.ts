import fc from "fast-check";
import { expect, it } from "vitest";
import { createPlaceSet } from "./place-set";

it("keeps each place once, in the order in which it came, and nothing of the text before", () => {
  const places = fc.array(fc.integer({ min: 0, max: 4095 }), { maxLength: 3000 });
  const collector = createPlaceSet(4096);
  fc.assert(
    fc.property(fc.array(places, { maxLength: 4 }), (texts) => {
      for (const text of texts) {
        for (const place of text) collector.add(place);
        expect([...collector.take()]).toEqual([...new Set(text)]);
      }
    }),
  );
});
