import { resolve } from "node:path";
import type { Command } from "commander";
import type { Manifest } from "@/lib/pipeline/backup/manifest";
import { makeBackup } from "@/lib/pipeline/backup/make-backup";
import { nowUs } from "@/lib/clock/server";
import { createBars } from "../progress";
import { backupWords } from "./backup-words";

type BackupOptions = { readonly json?: true; readonly withOriginals?: true };

/** `throughline backup`: copies all data while a server goes on writing. */
export function addBackup(program: Command): void {
  program
    .command("backup")
    .description("copy all data to a new folder, as of now, while a server goes on writing")
    .argument("<folder>", "does not exist yet; on another disk, best")
    .option("--with-originals", "also what is sealed of masked words, and the key to it")
    .option("--json", "print one JSON object: what the backup's manifest.json says")
    .action(async (target: string, { json, withOriginals }: BackupOptions) => {
      const folder = resolve(target);
      const bars = createBars();
      const manifest = await makeBackup(folder, nowUs(), bars.update, withOriginals).finally(
        bars.done,
      );
      if (json) console.log(JSON.stringify({ folder, ...manifest }));
      else printBackup(folder, manifest);
    });
}

function printBackup(folder: string, manifest: Manifest): void {
  console.log(`Backed up ${backupWords(manifest)}, as of ${manifest.madeAt}, to ${folder}.`);
  if (manifest.isKeyInEnvironment) {
    console.log("THROUGHLINE_KEY is not in the backup: keep it, too.");
  }
}
