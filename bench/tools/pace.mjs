import { setTimeout as wait } from "node:timers/promises";

/** A fixed piece of work: text that is parsed, and numbers that are counted by groups, as pages do. */
const text = JSON.stringify(
  Array.from({ length: 4000 }, (_, at) => ({ id: `case-${at}`, at: at * 977, words: ["a", "b"] })),
);
const groups = Uint32Array.from({ length: 2_000_000 }, (_, at) => (at * 7919) % 4096);

function workMs() {
  const fromMs = performance.now();
  for (let round = 0; round < 4; round += 1) JSON.parse(text);
  const counts = new Uint32Array(4096);
  for (let at = 0; at < groups.length; at += 1) counts[groups[at]] += 1;
  return performance.now() - fromMs;
}

/**
 * Takes the machine's pace while something else runs: how long a fixed piece of work takes, in the middle of what was
 * taken every few seconds. Machines that share their cores with others change it by half from one minute to the next.
 * @param work what runs meanwhile
 * @returns what `work` returned, and the pace in milliseconds
 */
export async function withPace(work, everyMs = 3000) {
  for (let round = 0; round < 10; round += 1) workMs();
  const taken = [workMs()];
  const end = new AbortController();
  const sampling = sample(taken, everyMs, end.signal);
  try {
    const value = await work();
    return { value, paceMs: median([...taken, workMs()]) };
  } finally {
    end.abort();
    await sampling;
  }
}

async function sample(taken, everyMs, signal) {
  while (!signal.aborted) {
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) taken.push(workMs());
  }
}

function median(values) {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 2)];
}
