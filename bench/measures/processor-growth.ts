/** Below this processor time in milliseconds a ratio is noise. */
const leastMs = 1;
const roundsMax = 20;
/** What is linear grows 4 times with four times as much to do, what is quadratic 16 times. */
const linearMax = 7;

/**
 * Ratio of two processor times in milliseconds, each the least of several rounds, which end once it is that of a cost
 * that is linear.
 * @param costOf once, or four times as much; `round` differs between calls, to defeat caches
 */
export function growthOf(costOf: (times: 1 | 4, round: number) => number): number {
  let [once, four, growth] = [Infinity, Infinity, Infinity];
  for (let round = 0; round < roundsMax && growth > linearMax; round += 1) {
    once = Math.min(once, costOf(1, round));
    four = Math.min(four, costOf(4, round));
    growth = four / Math.max(leastMs, once);
  }
  return growth;
}

/** Processor time of this process since `before`, milliseconds. */
export function processorMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
