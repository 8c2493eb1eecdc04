import { z } from "zod";
import { readTokens } from "./read-tokens";

/** Inverse document frequency of a stem: 0 if every text has it, `most` if none has. */
export type Rarity = (key: string) => number;

/** Stems by rarity in steps of 0.5; an unlisted stem has the maximum. */
export const rarityListSchema = z.object({
  most: z.number(),
  /** At index i the stems of rarity i / 2, sorted, separated by spaces. */
  levels: z.array(z.string()),
});
export type RarityList = z.infer<typeof rarityListSchema>;

const rareBelow = 4;

/** Computes inverse document frequency of each stem (Spärck Jones 1972). */
export function listRarity(texts: Iterable<string>): RarityList {
  const counts = new Map<string, number>();
  const distinct = new Set(texts);
  for (const text of distinct) {
    for (const key of new Set(readTokens(text).map((each) => each.key))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const most = Math.log(distinct.size + 1);
  const levels: string[][] = [];
  for (const [key, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (count < rareBelow) continue;
    const level = Math.round(2 * Math.log((distinct.size + 1) / (count + 1)));
    while (levels.length <= level) levels.push([]);
    levels[level]?.push(key);
  }
  return { most: Number(most.toPrecision(6)), levels: levels.map((stems) => stems.join(" ")) };
}

/** Creates the lookup of a rarity list. */
export function rarityOf({ most, levels }: RarityList): Rarity {
  const known = new Map<string, number>();
  for (const [level, stems] of levels.entries()) {
    for (const stem of stems.split(" ")) known.set(stem, level / 2);
  }
  return (key) => known.get(key) ?? most;
}
