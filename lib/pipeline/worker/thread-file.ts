import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The bundle of a thread: next to the bundle that this code runs in; when run from sources, in the checkout at the
 * working directory.
 */
export function threadFile(name: string): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), name);
  return existsSync(beside) ? beside : join(process.cwd(), "dist", name);
}
