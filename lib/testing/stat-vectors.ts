import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const file = join(import.meta.dirname, "fixtures/stat-vectors.json");

/**
 * Expected values of statistics, computed from published formulas by another program.
 * @param name of the statistic, e.g. "wilson"
 */
export function statVectors<Vectors>(name: string, schema: z.ZodType<Vectors>): Vectors {
  const all = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, "utf8")));
  return schema.parse(all[name]);
}
