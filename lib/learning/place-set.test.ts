import fc from "fast-check";
import { expect, it } from "vitest";
import { createPlaceSet } from "./place-set";

it("keeps each place once, in the order in which it came, and nothing of the text before", () => {
  const places = fc.array(fc.integer({ min: 0, max: 4095 }), { maxLength: 3000 });
  const few = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 4 });
  const texts = fc.oneof(
    fc.array(places, { maxLength: 4 }),
    fc.array(few, { minLength: 250, maxLength: 600 }),
  );
  const collector = createPlaceSet(4096);
  fc.assert(
    fc.property(texts, (read) => {
      for (const text of read) {
        const half = Math.floor(text.length / 2);
        for (const place of text.slice(0, half)) collector.add(place);
        collector.addAll(text.slice(half));
        expect([...collector.take()]).toEqual([...new Set(text)]);
      }
    }),
  );
});
