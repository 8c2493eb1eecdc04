import { spawn } from "node:child_process";
import { root } from "../../bin/tools/paths.mjs";
import { withPace } from "./pace.mjs";

/**
 * As `measure`, of a measure that gives an object.
 * @returns it with `paceMs`, the machine's pace meanwhile
 */
export async function measureWithPace(...args) {
  const { value, paceMs } = await withPace(() => measure(...args));
  return { ...value, paceMs };
}

/**
 * Runs one measure in a separate process.
 * @param environment of it besides this process's
 * @returns its last line of output, parsed
 */
export function measure(bundle, name, options, environment = {}) {
  return new Promise((resolve, reject) => {
    const args = ["--expose-gc", "--enable-source-maps", bundle, name, JSON.stringify(options)];
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", "pipe", 2],
      env: { ...process.env, ...environment },
    });
    let printed = "";
    child.stdout.on("data", (chunk) => (printed += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0) reject(new Error(`The measure "${name}" ended with ${code}.`));
      else resolve(JSON.parse(printed.trimEnd().split("\n").at(-1)));
    });
  });
}
