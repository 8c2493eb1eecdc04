import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { root } from "../../bin/tools/paths.mjs";

/**
 * Starts a PostgreSQL server, calls a function with its URL, and always ends it.
 * @param bundle of the measures
 * @throws Error where it does not start
 */
export async function withPostgres(bundle, work) {
  const child = spawn(process.execPath, [bundle, "serve-postgres"], {
    cwd: root,
    stdio: ["pipe", "pipe", 2],
  });
  const ended = once(child, "close");
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      return await work(JSON.parse(line).url);
    }
    throw new Error("PostgreSQL does not start.");
  } finally {
    child.stdin.end();
    await ended;
  }
}
