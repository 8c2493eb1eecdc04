import { dimensionGroupOf, entityOf, type Counted } from "../facets/dimension-groups";
import { addUp, once, type Aggregate } from "./aggregate";

/** Number of things by code of their dimension group. One pass serves every metric of the group. */
export const codeCounts = once((thing: Counted): Aggregate<Uint32Array> => ({
  name: `combinations of ${thing}`,
  dependsOn: [thing],
  isReadByWeek: true,
  of: ({ table, places }) => {
    const { codes, combinations } = dimensionGroupOf(table, thing);
    const all = places(entityOf[thing]);
    const counts = new Uint32Array(combinations.values.length);
    for (let index = 0; index < all.length; index += 1) {
      const number = codes[all[index] ?? 0] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
    return counts;
  },
  merge: (table, results) =>
    addUp(results, new Uint32Array(dimensionGroupOf(table, thing).combinations.values.length)),
}));
