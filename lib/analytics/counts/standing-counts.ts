import { dimensionGroupOf, entityOf, type Counted } from "../facets/dimension-groups";
import { addUp, once, type Aggregate } from "./aggregate";

/** How many of a thing have each standing, by its number. One pass answers every metric of it. */
export const standingCounts = once((thing: Counted): Aggregate<Uint32Array> => ({
  name: `standings of ${thing}`,
  asks: [thing],
  isReadByWeek: true,
  of: ({ table, places }) => {
    const { standing, standings } = dimensionGroupOf(table, thing);
    const all = places(entityOf[thing]);
    const counts = new Uint32Array(standings.values.length);
    for (let index = 0; index < all.length; index += 1) {
      const number = standing[all[index] ?? 0] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
    return counts;
  },
  merge: (table, parts) =>
    addUp(parts, new Uint32Array(dimensionGroupOf(table, thing).standings.values.length)),
}));
