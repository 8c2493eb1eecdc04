import { readFileSync } from "node:fs";
import { z } from "zod";
import { sharedPath } from "./shared-data";

/**
 * Expected values of statistics from the public data next to the checkout.
 * @param name of the function, e.g. "wilson"
 * @returns null if the file is absent
 */
export function statVectors<Vectors>(name: string, schema: z.ZodType<Vectors>): Vectors | null {
  const path = sharedPath("fixtures/stat-vectors.json");
  if (path === null) return null;
  const all = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, "utf8")));
  return schema.parse(all[name]);
}
