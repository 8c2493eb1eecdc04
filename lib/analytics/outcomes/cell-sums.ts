import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import type { Sums } from "@/lib/stats/sums";
import { firsts, type CaseTally } from "./tally-cases";

/** A case type on a first channel: mature cases, those resolved, and their contacts. */
export type Cell = {
  readonly type: string;
  readonly first: (typeof firsts)[number];
  readonly rate: Proportion;
  readonly contacts: Sums;
};

/** The cells that have mature cases, by type and then by first channel. */
export function cellsOf({ types, cells }: CaseTally): readonly Cell[] {
  return types.flatMap((type, number) =>
    firsts.flatMap((first, at) => {
      const place = number * firsts.length + at;
      const count = cells.mature[place] ?? 0;
      if (count === 0) return [];
      const rate = { hits: cells.resolved[place] ?? 0, of: count };
      const contacts = {
        count,
        sum: cells.contacts[place] ?? 0,
        squares: cells.squares[place] ?? 0,
      };
      return [{ type, first, rate, contacts }];
    }),
  );
}

/** Adds rates up. */
export function totalRate(cells: readonly Pick<Cell, "rate">[]): Proportion {
  return cells.reduce((sum, { rate }) => ({ hits: sum.hits + rate.hits, of: sum.of + rate.of }), {
    hits: 0,
    of: 0,
  });
}
