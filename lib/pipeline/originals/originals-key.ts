import { hkdfSync } from "node:crypto";
import { join } from "node:path";
import { DomainError } from "@/lib/domain/domain-error";
import { keptKey } from "../worker/data-folder";

/** The file of the data folder that holds the key of originals, which no backup takes along. */
export const originalsKeyName = "originals-key";
const shortestKey = 32;

/**
 * The key that originals are encrypted with: of THROUGHLINE_ORIGINALS_KEY, or of a file that is made at first use.
 * @returns 32 bytes
 * @throws DomainError where the setting is too short, or the file can neither be read nor made
 */
export function readOriginalsKey(folder: string): Buffer {
  const given = process.env["THROUGHLINE_ORIGINALS_KEY"] ?? "";
  if (given !== "" && given.length < shortestKey) {
    throw new DomainError(
      "invalid-input",
      `THROUGHLINE_ORIGINALS_KEY must have at least ${String(shortestKey)} characters, such as what \`openssl rand -hex 32\` prints.`,
    );
  }
  const secret = given === "" ? keptKey(join(folder, originalsKeyName)) : given;
  return Buffer.from(hkdfSync("sha256", secret, "", "throughline originals", 32));
}
