import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const demoPlanSchema = z.object({
  seed: z.number().int(),
  /** Microseconds since 1970. */
  endUs: z.number().int(),
  /** False while it is being made: a run that was cut short is finished by the next one. */
  isComplete: z.boolean(),
});

/** What the demo workspace was made from. It stays as it was at the first start. */
export type DemoPlan = z.infer<typeof demoPlanSchema>;

const fileName = "demo.json";

/** Reads what the demo of a data folder was made from; null where there is none yet. */
export function readDemoPlan(folder: string): DemoPlan | null {
  const path = join(folder, fileName);
  if (!existsSync(path)) return null;
  return demoPlanSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

/** Keeps what the demo is made from; the file is whole or not there. */
export function writeDemoPlan(folder: string, plan: DemoPlan): void {
  const path = join(folder, fileName);
  const draft = `${path}.${String(process.pid)}`;
  writeFileSync(draft, `${JSON.stringify(plan)}\n`);
  renameSync(draft, path);
}
