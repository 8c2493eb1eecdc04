import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noAnnotations, prepareMarkers, type TimeMarker } from "../annotations/time-markers";
import { annotationsIn, placeAnnotations } from "./place-annotations";

const axis = { fromUs: 0, toUs: 1000 };
const markersAt = (...instants: readonly number[]): readonly TimeMarker[] =>
  prepareMarkers(
    {
      ...noAnnotations,
      annotations: instants.map((fromUs, id) => ({
        ...{ id, kind: "release", fromUs, toUs: null, text: `v${String(id)}` },
        ...{ author: "ann", createdUs: 0 },
      })),
    },
    axis,
  );
const placeOf = (atUs: number) => atUs / 10;
const boxPx = (letters: string) => 8 + 7 * letters.length;

describe("markers on a drawing", () => {
  it("have each a line, and boxes of letters none of which lies over another or outside", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 30 }),
        fc.integer({ min: 200, max: 900 }),
        (instants, widthPx) => {
          const markers = markersAt(...instants);
          const { lines, labels } = placeAnnotations(markers, placeOf, widthPx);
          expect(lines).toHaveLength(instants.length);
          expect(labels.reduce((sum, { words }) => sum + words.length, 0)).toBe(instants.length);
          let endPx = 0;
          for (const { from, letters } of labels) {
            const fromPx = (from / 100) * widthPx;
            expect(fromPx).toBeGreaterThanOrEqual(endPx - 1e-6);
            endPx = fromPx + boxPx(letters);
          }
          if (labels.length > 1) expect(endPx).toBeLessThanOrEqual(widthPx + 1e-6);
        },
      ),
    );
  });

  it("share a box where they have no room, named by the first and the last of those that follow", () => {
    const lettersIn = (...instants: readonly number[]) =>
      placeAnnotations(markersAt(...instants), placeOf, 200).labels.map(({ letters }) => letters);
    expect(lettersIn(0, 300, 600)).toEqual(["A", "B", "C"]);
    expect(lettersIn(0, 10, 20, 600)).toEqual(["A–C", "D"]);
    expect(lettersIn(0, 990, 999)).toEqual(["A", "B, C"]);
  });

  it("are named in the row of a table in which they begin", () => {
    const markers = markersAt(100, 200);
    expect(annotationsIn(markers, { fromUs: 100, toUs: 200 })).toBe(
      "A Release, 1 Jan 1970, 00:00: v0",
    );
    expect(annotationsIn(markers, { fromUs: 300, toUs: 400 })).toBe("");
  });
});
