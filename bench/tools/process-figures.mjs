import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second, whatever the kernel's own tick. */
const ticksPerSecond = 100;

/** The most memory that a process ever held, bytes; Linux only. */
export function peakMemory(pid) {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) * 1024;
}

/** Processor time of each thread of a process so far, how long it waited for a core, and its nice value; Linux only. */
export function readThreads(pid) {
  const threads = new Map();
  for (const id of readdirSync(`/proc/${pid}/task`)) {
    const stat = readThread(`/proc/${pid}/task/${id}/stat`);
    if (stat === null) continue;
    // The name before the last bracket may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const seconds = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    // Time on a core and time in which it could run and had none, nanoseconds.
    const [, waited = 0] = (readThread(`/proc/${pid}/task/${id}/schedstat`) ?? "").split(" ");
    const waitedSeconds = Number(waited) / 1e9;
    const isMain = id === String(pid);
    threads.set(id, { seconds, waitedSeconds, nice: Number(fields[16]), isMain });
  }
  return threads;
}

/** A thread may end between the list and its reading. */
function readThread(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** The threads that used the most processor time between two readings, seconds; the first is the web thread. */
export function busiestThreads(before, after) {
  const used = [...after].map(([id, { seconds, waitedSeconds, nice, isMain }]) => ({
    name: isMain ? "web" : id,
    seconds: Number((seconds - (before.get(id)?.seconds ?? 0)).toFixed(2)),
    waitedSeconds: Number((waitedSeconds - (before.get(id)?.waitedSeconds ?? 0)).toFixed(2)),
    nice,
  }));
  return used
    .filter(({ seconds }) => seconds > 0.1)
    .sort(
      (one, other) => (other.name === "web") - (one.name === "web") || other.seconds - one.seconds,
    );
}
