import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measure } from "./measure.mjs";

/**
 * Calls a function with a folder of made cases that has no file of columns yet.
 * @param kept a folder in which they stay for later runs, or null: they are removed afterwards
 */
export async function withMadeCases(bundle, { cases, kept }, work) {
  if (kept !== null) return work(await keepCases(bundle, cases, kept));
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  try {
    await measure(bundle, "write-cases", { folder, cases });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the cases where no earlier run did. Resolves to their folder. */
async function keepCases(bundle, cases, kept) {
  const folder = join(kept, `cases-${cases}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await measure(bundle, "write-cases", { folder: unfinished, cases });
    renameSync(unfinished, folder);
  }
  // Of either engine: its cases are the same in each run, so that it would be read.
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".columns"))) {
    rmSync(join(folder, name));
  }
  return folder;
}
