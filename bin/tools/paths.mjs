import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(fileURLToPath(import.meta.url), "../../..");

/**
 * The data folder as an absolute path: `THROUGHLINE_DATA`, relative to where the command was typed, or `data` in the
 * checkout.
 */
export function dataFolder(env = process.env) {
  return env.THROUGHLINE_DATA ? resolve(env.THROUGHLINE_DATA) : resolve(root, "data");
}
