import { readdirSync, readFileSync } from "node:fs";

const pageBytes = 4096;
/** Linux counts processor time in hundredths of a second, whatever the kernel's own tick. */
const ticksPerSecond = 100;

/**
 * Reads a process and its descendants; Linux only.
 * @returns resident memory, bytes, and processor time so far, seconds; both 0 if it has ended
 */
export function readTree(pid) {
  const processes = new Map();
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const stat = readOrNull(`/proc/${id}/stat`);
    // The name before the last bracket may hold spaces.
    const fields = stat
      ?.slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    if (fields !== undefined) processes.set(Number(id), fields);
  }
  const isOfTree = (id) => id === pid || (processes.has(id) && isOfTree(processes.get(id)[1]));
  const tree = [...processes].filter(([id]) => isOfTree(id)).map(([, fields]) => fields);
  const sum = (pick) => tree.reduce((total, fields) => total + pick(fields), 0);
  return {
    memoryBytes: sum((fields) => fields[21]) * pageBytes,
    cpuSeconds: sum((fields) => fields[11] + fields[12]) / ticksPerSecond,
  };
}

/** A process may end between the list and its reading. */
function readOrNull(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/**
 * Reads a process tree every 250 ms.
 * @returns ends it, and gives the most memory and the processor time meanwhile
 */
export function watchServer(pid) {
  const before = readTree(pid);
  let { memoryBytes, cpuSeconds } = before;
  const timer = setInterval(() => {
    const now = readTree(pid);
    memoryBytes = Math.max(memoryBytes, now.memoryBytes);
    cpuSeconds = Math.max(cpuSeconds, now.cpuSeconds);
  }, 250);
  return () => {
    clearInterval(timer);
    return { memoryBytes, cpuSeconds: Number((cpuSeconds - before.cpuSeconds).toFixed(1)) };
  };
}
