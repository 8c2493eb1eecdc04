import fc from "fast-check";
import { expect, it } from "vitest";
import { sumsOf } from "@/lib/stats/sums";
import type { Cell } from "@/lib/analytics/outcomes/cell-sums";
import type { ReleaseCell } from "@/lib/analytics/outcomes/release-cells";
import { decomposeChange } from "./decompose-change";

const noContacts = sumsOf([]);
const kinds = ["delivery", "refund", "where_is_it"].flatMap((type) =>
  (["chat", "sms", "unknown"] as const).map((first) => ({ type, first })),
);
const rate = fc
  .record({ hits: fc.nat({ max: 2 }), missed: fc.nat({ max: 2 }) })
  .map(({ hits, missed }) => ({ hits, of: hits + missed + 1 }));
const cells = fc
  .subarray(kinds, { minLength: 1 })
  .chain((drawn) =>
    fc.tuple(
      ...drawn.map((kind) =>
        rate.map((each): Cell => ({ ...kind, rate: each, contacts: noContacts })),
      ),
    ),
  );
const releases = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), release: fc.constantFrom("r1", "r2"), rate }),
  { maxLength: 6 },
);

const shuffled = <Item>(items: readonly Item[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length });

it("lists kinds and their releases in one order, whatever the order of cells", () => {
  fc.assert(
    fc.property(
      fc.tuple(cells, cells, releases).chain(([now, before, released]) => {
        const own = released.map(({ kind, release, rate: each }): ReleaseCell => ({
          ...kind,
          releases: [release],
          rate: each,
        }));
        const distinct = [
          ...new Map(
            own.map((each) => [JSON.stringify([each.type, each.first, each.releases]), each]),
          ).values(),
        ];
        return fc.record({
          one: fc.constant([now, before, distinct] as const),
          other: fc.tuple(shuffled(now), shuffled(before), shuffled(distinct)),
        });
      }),
      ({ one, other }) => {
        expect(decomposeChange(...other)).toEqual(decomposeChange(...one));
      },
    ),
  );
});
