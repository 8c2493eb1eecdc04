import { existsSync } from "node:fs";
import { resolve } from "node:path";

/**
 * Finds a file or folder of the public data next to the checkout.
 * @param relative its path inside that folder, e.g. "fixtures/otlp"
 * @returns its absolute path, or null if absent
 */
export function findShared(relative: string): string | null {
  const path = resolve(process.cwd(), "..", "shared", relative);
  return existsSync(path) ? path : null;
}
