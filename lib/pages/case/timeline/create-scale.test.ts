import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createScale, gapPx, scaleModes } from "./create-scale";
import { findActivity, shortestGapUs, type ActiveSpan } from "./find-activity";
import { instantOfX, xOfInstant } from "./scale";

const minuteUs = 60_000_000;
const dayUs = 1440 * minuteUs;
const startUs = Date.UTC(2026, 10, 2, 9, 12) * 1000;
const width = 928;

const spans = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 30 * 1440 }),
    length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 })),
  }),
  { minLength: 1, maxLength: 60 },
);

function blocksOf(told: readonly { readonly at: number; readonly length: number }[]) {
  const first = { fromUs: startUs, toUs: startUs + minuteUs, leastPx: 28 };
  const rest = told.map(({ at, length }): ActiveSpan => {
    const fromUs = startUs + at * minuteUs;
    return { fromUs, toUs: fromUs + length * minuteUs, leastPx: length === 0 ? 30 : 28 };
  });
  return findActivity([first, ...rest]);
}

const settings = fc.record({ mode: fc.constantFrom(...scaleModes), isFitted: fc.boolean() });

describe("a timeline's scale", () => {
  it("rises with time and keeps every order", () => {
    fc.assert(
      fc.property(spans, settings, (told, { mode, isFitted }) => {
        const scale = createScale(blocksOf(told), mode, width, isFitted);
        scale.knots.slice(1).forEach((knot, index) => {
          expect(knot.atUs).toBeGreaterThan(scale.knots[index]?.atUs ?? Infinity);
          expect(knot.x).toBeGreaterThan(scale.knots[index]?.x ?? Infinity);
        });
      }),
    );
  });

  it("gives back the instant it was asked for", () => {
    const instant = fc.integer({ min: 0, max: 30 * 1440 * 60 });
    fc.assert(
      fc.property(spans, settings, instant, (told, { mode, isFitted }, seconds) => {
        const blocks = blocksOf(told);
        const scale = createScale(blocks, mode, width, isFitted);
        const lastUs = blocks.at(-1)?.toUs ?? startUs;
        const atUs = Math.min(startUs + seconds * 1_000_000, lastUs);
        expect(Math.abs(instantOfX(scale, xOfInstant(scale, atUs)) - atUs)).toBeLessThan(1000);
      }),
    );
  });

  it("stays inside its width, which is bounded by what happened", () => {
    fc.assert(
      fc.property(spans, settings, (told, { mode, isFitted }) => {
        const blocks = blocksOf(told);
        const scale = createScale(blocks, mode, width, isFitted);
        const count = told.length + 1;
        expect(scale.width).toBeLessThanOrEqual(Math.max(width, 128 + count * (72 + 60 + 45)) + 1);
        expect(scale.knots.at(-1)?.x).toBeLessThanOrEqual(scale.width);
        if (isFitted) expect(scale.width).toBeLessThanOrEqual(width + 0.001);
      }),
    );
  });

  it("never cuts time out inside a contact", () => {
    fc.assert(
      fc.property(spans, (told) => {
        const blocks = blocksOf(told);
        const scale = createScale(blocks, "compressed", width);
        const contacts = blocks.flatMap((block) => block.spans);
        for (const gap of scale.gaps) {
          const fromUs = instantOfX(scale, gap.x);
          const toUs = instantOfX(scale, gap.x + gap.width);
          expect(contacts.some((span) => span.fromUs < toUs && span.toUs > fromUs)).toBe(false);
        }
      }),
    );
  });

  it("gives each contact the room it needs", () => {
    fc.assert(
      fc.property(spans, (told) => {
        const blocks = blocksOf(told);
        const scale = createScale(blocks, "compressed", width);
        for (const { fromUs, toUs, leastPx } of blocks.flatMap((block) => block.spans)) {
          const px = xOfInstant(scale, toUs) - xOfInstant(scale, fromUs);
          if (toUs > fromUs) expect(px).toBeGreaterThanOrEqual(leastPx - 0.001);
        }
      }),
    );
  });

  it("draws active time at 2.6 px a minute where it has to scroll", () => {
    const contacts = Array.from({ length: 40 }, (_, at) => {
      const fromUs = startUs + at * dayUs;
      return { fromUs, toUs: fromUs + 13 * minuteUs, leastPx: 28 };
    });
    const scale = createScale(findActivity(contacts), "compressed", width);
    expect(scale.width).toBeGreaterThan(width);
    expect(xOfInstant(scale, startUs + 10 * minuteUs) - xOfInstant(scale, startUs)).toBeCloseTo(26);
  });

  it("lets one long contact push no other out of sight", () => {
    const long = { fromUs: startUs, toUs: startUs + 5 * dayUs, leastPx: 28 };
    const short = {
      fromUs: startUs + 6 * dayUs,
      toUs: startUs + 6 * dayUs + minuteUs,
      leastPx: 28,
    };
    const scale = createScale(findActivity([long, short]), "compressed", width);
    expect(scale.width).toBeCloseTo(width);
    expect(xOfInstant(scale, short.toUs) - xOfInstant(scale, short.fromUs)).toBeCloseTo(28, 0);
  });

  it("fills its width where little happened", () => {
    const short = { fromUs: startUs, toUs: startUs + minuteUs, leastPx: 28 };
    const scale = createScale(findActivity([short]), "compressed", width);
    expect(scale.width).toBeCloseTo(width);
    expect(xOfInstant(scale, startUs + minuteUs)).toBeCloseTo(width - 120);
  });
});

describe("a gap's room", () => {
  it("is 28 px at half an hour, 6 more a doubling, and 72 at most", () => {
    expect(gapPx(shortestGapUs)).toBe(28);
    expect(gapPx(4 * shortestGapUs)).toBe(40);
    expect(gapPx(400 * dayUs)).toBe(72);
  });
});

describe("activity", () => {
  it("is one block until it rests for more than half an hour", () => {
    const at = (minute: number): ActiveSpan => {
      const fromUs = startUs + minute * minuteUs;
      return { fromUs, toUs: fromUs + 10 * minuteUs, leastPx: 28 };
    };
    const blocks = findActivity([at(0), at(5), at(45), at(86)]);
    expect(blocks.map((block) => block.spans.length)).toEqual([3, 1]);
  });
});
