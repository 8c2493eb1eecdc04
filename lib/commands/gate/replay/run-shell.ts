import { spawn } from "node:child_process";

/** How a command ended. */
export type ShellEnd =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "killed"; readonly signal: string }
  | { readonly kind: "timed-out" }
  /** This process was told to end. */
  | { readonly kind: "interrupted" };

export type ShellOptions = {
  /** Added to this process's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** File descriptor that standard output goes to; standard error is this process's. */
  readonly stdout: number;
  readonly timeoutMs: number;
};

/** What a process has to end by itself before it is killed. */
const graceMs = 2_000;

/**
 * Runs a command by the shell in a process group of its own, and waits until the shell ends. On a timeout, and when
 * this process is told to end, the whole group is ended; nothing of the group is left when this returns.
 */
export function runShell(
  command: string,
  { env, stdout, timeoutMs }: ShellOptions,
): Promise<ShellEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn("/bin/sh", ["-c", command], {
      env: { ...process.env, ...env },
      stdio: ["ignore", stdout, "inherit"],
      detached: true,
    });
    let early: ShellEnd | null = null;
    const timers: NodeJS.Timeout[] = [];
    const end = (why: ShellEnd) => {
      early ??= why;
      signalGroup(child.pid, "SIGTERM");
      timers.push(setTimeout(() => signalGroup(child.pid, "SIGKILL"), graceMs));
    };
    const interrupt = () => {
      end({ kind: "interrupted" });
    };
    timers.push(setTimeout(() => end({ kind: "timed-out" }), timeoutMs));
    for (const signal of signals) process.once(signal, interrupt);
    const tidy = () => {
      for (const timer of timers) clearTimeout(timer);
      for (const signal of signals) process.off(signal, interrupt);
    };
    child.once("error", (error) => {
      tidy();
      reject(error);
    });
    child.once("exit", (code, signal) => {
      tidy();
      signalGroup(child.pid, "SIGKILL");
      resolve(
        early ??
          (signal === null ? { kind: "exited", code: code ?? 0 } : { kind: "killed", signal }),
      );
    });
  });
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Signals all that is left of a group; there may be nothing. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
