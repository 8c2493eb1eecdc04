import { metrics } from "../metrics/metrics";
import type { Figure } from "../metrics/figure";
import { figuresOf } from "./count";
import type { Snapshot } from "./snapshot";

/** Every metric's figure over the listed cases, by id. */
export function allFigures({ once, listed }: Snapshot): ReadonlyMap<string, Figure> {
  return once("all figures", () => figuresOf(listed(), metrics));
}
