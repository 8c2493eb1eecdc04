/** Below this CPU time in milliseconds a ratio is noise. */
const leastMs = 1;
const roundsMax = 20;
/** Most growth for a text four times as long: what is linear grows 4 times, what is quadratic 16 times. */
export const linearGrowthMax = 7;

/**
 * Ratio of CPU times for a text four times as long; each is the minimum of several rounds, which end once the ratio
 * is at most `linearGrowthMax`.
 * @param run reads one text; `round` differs between calls, to defeat caches
 * @param length of the shorter text, in UTF-16 units
 */
export function growthOf(
  of: (length: number) => string,
  length: number,
  run: (text: string, round: number) => void,
): number {
  const short = of(length);
  const long = of(4 * length);
  let shortMs = Infinity;
  let longMs = Infinity;
  let growth = Infinity;
  run(short, 0);
  for (let round = 1; round <= roundsMax && growth > linearGrowthMax; round += 1) {
    shortMs = Math.min(
      shortMs,
      processorMs(() => run(short, round)),
    );
    longMs = Math.min(
      longMs,
      processorMs(() => run(long, round)),
    );
    growth = longMs / Math.max(leastMs, shortMs);
  }
  return growth;
}

function processorMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
