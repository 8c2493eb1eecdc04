import { existsSync, readFileSync } from "node:fs";

/** Resident memory of a process in MiB, from /proc; 0 where there is none, or the process ended. */
export function readMemoryMiB(pid: number | undefined): number {
  const path = `/proc/${String(pid)}/status`;
  if (!existsSync(path)) return 0;
  const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(path, "utf8"))?.[1];
  return Math.round(Number(kib ?? 0) / 1024);
}
