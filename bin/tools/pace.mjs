import { createHash } from "node:crypto";

/** What the work below takes on the machine that the time limits are made for, idle, in ms. */
const usualMs = 100;
const rounds = 5;

/**
 * How many times as long as usual this machine takes now, from 1 to 4: the best of five rounds of hashing and of
 * making objects. Time limits of tests are multiplied by it, so that a slow or busy machine fails none for its speed.
 */
export function measurePace() {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(4, Math.max(1, Math.min(...times) / usualMs));
}

function work() {
  let text = "throughline";
  for (let round = 0; round < 20_000; round += 1)
    text = createHash("sha256").update(JSON.stringify({ round, text })).digest("hex");
  return text;
}
