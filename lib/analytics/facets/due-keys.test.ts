import fc from "fast-check";
import { expect, it } from "vitest";
import { createDueKeys, noteDue, takeDue } from "./due-keys";

const hourUs = 3_600_000_000;
const halfHours = (count: number) => fc.integer({ min: 0, max: count });

it("takes exactly the keys whose last noted instant is reached, and names the next one", () => {
  const note = fc.record({ key: halfHours(8), at: halfHours(40) });
  const step = fc.record({ notes: fc.array(note), forward: halfHours(6) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const due = createDueKeys();
      const instants = new Float64Array(9).fill(Infinity);
      let asOfUs = 0;
      for (const { notes, forward } of steps) {
        for (const { key, at } of notes) {
          instants[key] = asOfUs + 1 + (at * hourUs) / 2;
          noteDue(due, key, instants[key]);
        }
        asOfUs += (forward * hourUs) / 2;
        const reached = [...instants.keys()].filter((key) => (instants[key] ?? 0) <= asOfUs);
        const taken = [...takeDue(due, instants, asOfUs)].sort((one, other) => one - other);
        expect(taken).toEqual(reached);
        for (const key of taken) instants[key] = Infinity;
        expect(due.nextUs).toBeLessThanOrEqual(Math.min(...instants));
        expect(due.nextUs).toBeGreaterThan(asOfUs);
      }
    }),
  );
});
