const usPerUnit = [
  ["ms", 1000],
  ["s", 1_000_000],
  ["min", 60_000_000],
  ["h", 3_600_000_000],
  ["d", 86_400_000_000],
] as const;
const intervalsMax = 5;

export type TimeTick = {
  /** Place on the axis, 0 to 1. */
  readonly share: number;
  readonly label: string;
};

/**
 * Round instants on an axis that begins at 0: at most six, the first with its unit.
 * @param lengthUs the axis' length in microseconds; none for an axis without length
 */
export function timeTicks(lengthUs: number): TimeTick[] {
  if (!(lengthUs > 0)) return [];
  const least = lengthUs / intervalsMax;
  const [unit, unitUs] = usPerUnit.findLast(([, size]) => size <= least) ?? usPerUnit[0];
  const stepUs = roundUp(least / unitUs) * unitUs;
  const count = Math.floor(lengthUs / stepUs) + 1;
  return Array.from({ length: count }, (_, at) => {
    const value = String(Number(((at * stepUs) / unitUs).toPrecision(6)));
    return { share: (at * stepUs) / lengthUs, label: at === 0 ? `${value} ${unit}` : value };
  });
}

/** The next of 1, 2 and 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= value) ?? 10;
  return factor * power;
}
