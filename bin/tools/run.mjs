import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

const running = new Set();
let stopping = false;
/** The server answers what it has in hand first; see bin/serve.mjs. */
const graceMs = 30_000;

/**
 * Runs a command in the checkout and resolves to its exit code. `stdio` is spawn's; `onStart` receives the child
 * process.
 */
export function run(command, args, { env = {}, stdio = "inherit", onStart } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio,
      env: { ...process.env, ...env },
      shell: process.platform === "win32" && command === "npm",
    });
    running.add(child);
    child.on("error", (error) => {
      running.delete(child);
      console.error(`${command}: ${error.message}`);
      done(127);
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      done(code ?? (signal === "SIGINT" ? 130 : 143));
    });
    onStart?.(child);
  });
}

/** As `run`, but prints the output when the command has ended, so that commands can run concurrently. */
export async function runAside(command, args, { env } = {}) {
  const written = [];
  const onStart = ({ stdout, stderr }) => {
    for (const stream of [stdout, stderr]) stream.on("data", (chunk) => written.push(chunk));
  };
  const code = await run(command, args, { env, stdio: ["ignore", "pipe", "pipe"], onStart });
  process.stdout.write(Buffer.concat(written));
  return code;
}

/** Forwards Ctrl-C and termination to child processes, each time, waits for them, then exits. */
export function stopChildrenOnSignal() {
  if (process.env.npm_lifecycle_event) stopWhenOrphaned();
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.on(signal, () => void stopAll(signal, code));
  }
}

/** A terminated npm kills the shell between us and it without a signal to us. */
function stopWhenOrphaned() {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || void stopAll("SIGTERM", 143), 500).unref();
}

async function stopAll(signal, code) {
  const children = [...running];
  if (stopping) {
    for (const child of children) child.kill(signal);
    return;
  }
  stopping = true;
  const ended = children.map((child) => new Promise((done) => child.once("exit", done)));
  for (const child of children) child.kill(signal);
  setTimeout(() => children.forEach((child) => child.kill("SIGKILL")), graceMs).unref();
  await Promise.all(ended);
  process.exit(code);
}
