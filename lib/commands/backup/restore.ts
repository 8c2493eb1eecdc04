import { resolve } from "node:path";
import type { Command } from "commander";
import type { Manifest } from "@/lib/pipeline/backup/manifest";
import { restoreBackup } from "@/lib/pipeline/backup/restore-backup";
import { dataFolder } from "@/lib/pipeline/worker/data-folder";
import { createProgress } from "../progress";
import { backupWords } from "./backup-words";

/** `throughline restore`: verifies a backup and copies it into an empty data folder. */
export function addRestore(program: Command): void {
  program
    .command("restore")
    .description("verify a backup and put it into the data folder, which must be empty")
    .argument("<folder>", "what `throughline backup` made")
    .option("--json", "print one JSON object: what the backup's manifest.json says")
    .action(async (source: string, { json }: { readonly json?: true }) => {
      const folder = resolve(source);
      const progress = createProgress("restore", 1);
      const manifest = await restoreBackup(folder, progress.update).finally(progress.done);
      if (json) console.log(JSON.stringify({ folder, ...manifest }));
      else printNext(manifest);
    });
}

function printNext(manifest: Manifest): void {
  const { madeAt, isKeyInEnvironment } = manifest;
  console.log(`Restored ${backupWords(manifest)}, as of ${madeAt}, to ${dataFolder()}.`);
  if (isKeyInEnvironment) console.log("Set THROUGHLINE_KEY to what it was.");
  console.log(
    "Start the server; people sign in again. Send again what came since: what is there already changes nothing. Erase again whoever was erased since.",
  );
}
