import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const demoPlanSchema = z.object({
  seed: z.number().int(),
  endUs: z.number().int(),
  /** False while it is being created: an interrupted run is completed by the next one. */
  isComplete: z.boolean(),
});

/** The parameters of the demo workspace, fixed at its creation. */
export type DemoPlan = z.infer<typeof demoPlanSchema>;

const fileName = "demo.json";

/** Reads the demo's parameters; null if there is no demo. */
export function readDemoPlan(folder: string): DemoPlan | null {
  const path = join(folder, fileName);
  if (!existsSync(path)) return null;
  return demoPlanSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

/** Stores the demo's parameters atomically. */
export function writeDemoPlan(folder: string, plan: DemoPlan): void {
  const path = join(folder, fileName);
  const draft = `${path}.${String(process.pid)}`;
  writeFileSync(draft, `${JSON.stringify(plan)}\n`);
  renameSync(draft, path);
}
