import { runCli } from "../run-cli";
import type { FaultPlace } from "./fault-place";
import type { seededRandom } from "../seeded-random";

/** Of a command's time, the first part is its start: nothing happens that a fault could harm. */
const startShare = 0.25;

/** How long a command takes when it is left alone, milliseconds. */
export async function lengthOf(args: readonly string[], place: FaultPlace): Promise<number> {
  const beganMs = performance.now();
  const { code, stderr } = await runCli(args, place);
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${String(code)}: ${stderr}`);
  return performance.now() - beganMs;
}

/** A random time after a command's start, milliseconds. @param wholeMs how long it takes */
export function timeWithin(wholeMs: number, random: ReturnType<typeof seededRandom>): number {
  return wholeMs * (startShare + (random.below(1000) / 1000) * (1 - startShare));
}
