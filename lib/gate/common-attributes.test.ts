import fc from "fast-check";
import { expect, it } from "vitest";
import { rankCommonAttributes, type AttributedItem } from "./common-attributes";

const item = (isFailing: boolean, path: string, prompt: string): AttributedItem => ({
  isFailing,
  attributes: new Map([
    ["path", [path]],
    ["prompt", [prompt]],
  ]),
});

it("names what is much more frequent among the failing, and not what everybody has", () => {
  const items = [
    ...Array.from({ length: 12 }, () => item(true, "chat > voice", "v15")),
    ...Array.from({ length: 4 }, () => item(true, "chat", "v15")),
    ...Array.from({ length: 22 }, () => item(false, "chat > voice", "v15")),
    ...Array.from({ length: 76 }, () => item(false, "chat", "v15")),
  ];
  const [first, ...others] = rankCommonAttributes(items);
  expect(first).toMatchObject({
    ...{ attribute: "path", value: "chat > voice" },
    ...{ failing: { hits: 12, of: 16 }, passing: { hits: 22, of: 98 } },
  });
  expect(first?.difference).toBeCloseTo(12 / 16 - 22 / 98, 12);
  expect(first?.interval[0]).toBeGreaterThan(0);
  expect(first?.chance).toBeLessThan(0.001);
  expect(others).toEqual([]);
});

it("raises a false alarm in about one of twenty looks at chance, not in half of them", () => {
  let alarms = 0;
  const looks = 200;
  for (let seed = 1; seed <= looks; seed += 1) {
    const random = fc.sample(fc.integer({ min: 0, max: 1 }), { numRuns: 60 * 12, seed });
    const items = Array.from({ length: 60 }, (_, at) => ({
      isFailing: at < 20,
      attributes: new Map(
        Array.from(
          { length: 12 },
          (__, of) => [...([`a${String(of)}`, [String(random[at * 12 + of])]] as const)] as const,
        ),
      ),
    }));
    if (rankCommonAttributes(items).some(({ chance }) => chance <= 0.05)) alarms += 1;
  }
  expect(alarms / looks).toBeLessThan(0.1);
});

it("does not depend on the order of the cases", () => {
  const items = Array.from({ length: 40 }, (_, at) =>
    item(at % 3 === 0, `p${String(at % 4)}`, `v${String(at % 2)}`),
  );
  const property = fc.property(fc.shuffledSubarray(items, { minLength: 40 }), (shuffled) => {
    expect(rankCommonAttributes(shuffled)).toEqual(rankCommonAttributes(items));
  });
  fc.assert(property, { numRuns: 20 });
});
