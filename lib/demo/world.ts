import { createChance, type Chance } from "./chance";
import { weekCount, weekUs } from "./calendar";
import type { Customer } from "./model";
import { createCustomers } from "./people";
import type { UsedTexts } from "./choose-words";

/** State shared by all stories. */
export type World = {
  /** The demo's last instant, in microseconds since 1970. */
  readonly endUs: number;
  readonly startUs: number;
  readonly newCustomer: () => Customer;
  readonly used: UsedTexts;
  /** A story's random source, independent of other stories. */
  readonly chanceFor: (label: string) => Chance;
};

/** Creates a world from a seed and its last instant. */
export function createWorld(seed: number, endUs: number): World {
  const chance = createChance(seed);
  return {
    endUs,
    startUs: endUs - weekCount * weekUs,
    newCustomer: createCustomers(chance.fork("customers")),
    used: new Set(),
    chanceFor: chance.fork,
  };
}
