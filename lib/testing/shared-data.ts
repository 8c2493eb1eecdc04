import { existsSync } from "node:fs";
import { resolve } from "node:path";

/**
 * Finds a file or folder of the public data next to the checkout.
 * @param relative its path inside that folder, e.g. "fixtures/otlp"
 * @returns its absolute path, or null (with a line in the output) if absent
 */
export function sharedPath(relative: string): string | null {
  const path = resolve(process.cwd(), "..", "shared", relative);
  if (existsSync(path)) return path;
  console.log(`${relative} is not beside the checkout; what it would show is not shown.`);
  return null;
}
