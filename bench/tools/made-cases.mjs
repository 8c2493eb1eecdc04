import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measure } from "./measure.mjs";

/**
 * Calls a function with a folder of made cases that has no file of columns yet.
 * @param kept a folder in which they stay for later runs, or null: they are removed afterwards
 */
export async function withMadeCases(bundle, { cases, kept }, work) {
  if (kept === null) {
    const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
    try {
      await measure(bundle, "write-cases", { folder, cases });
      await work(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return;
  }
  const folder = join(kept, `cases-${cases}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await measure(bundle, "write-cases", { folder: unfinished, cases });
    renameSync(unfinished, folder);
  }
  rmSync(join(folder, "main.columns"), { force: true });
  await work(folder);
}
