import type { ChartScale, DotRow } from "./chart-model";

/** Round steps, times a power of ten. */
const steps = [1, 2, 2.5, 5, 10];
const ticksMax = 5;

type ScaleLimits = {
  readonly least: number;
  readonly most: number;
  readonly reference: ChartScale["reference"];
  readonly wordsOf: (value: number) => string;
};

/**
 * An axis that contains every dot, interval and the reference, between round numbers.
 * @param limits the figure's bounds, and how its axis writes it
 */
export function scaleOf(
  rows: readonly Pick<DotRow, "value" | "interval" | "hollow">[],
  { least, most, reference, wordsOf }: ScaleLimits,
): ChartScale {
  const drawn = rows.flatMap(({ value, interval, hollow }) =>
    [value, hollow, ...(interval ?? [])].filter((each) => each !== null),
  );
  const places = [...drawn, ...(reference === null ? [] : [reference.at])].map((each) =>
    Math.min(most, Math.max(least, each)),
  );
  const [low, high] =
    places.length === 0 ? [least, most] : [Math.min(...places), Math.max(...places)];
  const step = stepFor(high - low);
  const end = Math.min(most, Math.ceil(high / step - 1e-9) * step);
  const from = Math.max(least, Math.min(Math.floor(low / step + 1e-9) * step, end - step));
  const to = Math.max(end, from + step);
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  const ticks = Array.from({ length: count }, (_, index) => {
    const at = from + index * step;
    return { at, words: wordsOf(at) };
  });
  return { from, to, ticks, reference };
}

/** A value's position on an axis, in per cent of its length, clamped to the axis. */
export function placeOn({ from, to }: Pick<ChartScale, "from" | "to">, value: number): number {
  return Math.min(100, Math.max(0, (100 * (value - from)) / (to - from)));
}

/** @param reach from the least to the most that is drawn; too little to be visible counts as none */
function stepFor(reach: number): number {
  if (!(reach > 1e-9)) return 1;
  const power = 10 ** Math.floor(Math.log10(reach / (ticksMax - 1)));
  return power * (steps.find((step) => reach / (power * step) <= ticksMax - 1) ?? 10);
}
