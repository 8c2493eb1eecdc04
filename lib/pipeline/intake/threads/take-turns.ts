import { createFairQueue } from "./fair-queue";

/** Runs pieces of work one after the other; of several owners each gets an equal share of the time. */
export type TakeTurns = <T>(owner: string, work: () => Promise<T>) => Promise<T>;

type Turn = () => Promise<void>;

/** Creates a line of work, empty at first. @param nowMs a clock that only goes on, in milliseconds */
export function createFairTurns(nowMs = () => performance.now()): TakeTurns {
  const queue = createFairQueue<Turn>();
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    for (let next = queue.take(); next !== undefined; next = queue.take()) {
      const fromMs = nowMs();
      await next.task();
      queue.spend(next.owner, nowMs() - fromMs);
    }
    isRunning = false;
  }

  return (owner, work) =>
    new Promise((resolve, reject) => {
      queue.add(owner, () => work().then(resolve, reject));
      if (!isRunning) void run();
    });
}
