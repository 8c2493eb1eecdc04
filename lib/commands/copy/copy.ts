import type { Command } from "commander";
import { formatCounted } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import { copyData, type Copied } from "@/lib/pipeline/copy/copy-data";
import { readPlace } from "@/lib/pipeline/copy/place";
import { createBars } from "../progress";

type CopyOptions = { readonly from: string; readonly to: string; readonly json?: true };

/** `throughline copy`: copies all data to another engine, and goes on where it was interrupted. */
export function addCopy(program: Command): void {
  program
    .command("copy")
    .description(
      "copy all data from files to PostgreSQL, or back; the same command goes on after an interruption",
    )
    .requiredOption("--from <place>", "sqlite:<data folder>, or a PostgreSQL URL")
    .requiredOption("--to <place>", "the same; it must hold nothing yet")
    .option("--json", "print one JSON object")
    .action(async ({ from, to, json }: CopyOptions) => {
      const places = { from: readPlace(from, "--from"), to: readPlace(to, "--to") };
      const bars = createBars();
      const onAnew = () => {
        bars.done();
        console.error("The source changed since the copy was interrupted: it begins anew.");
      };
      const copied = await copyData(places, { onShare: bars.update, onAnew }).finally(bars.done);
      if (json) console.log(JSON.stringify(copied));
      else printCopied(copied);
    });
}

function printCopied({ from, to, databases }: Copied): void {
  const names = databases.map(({ name, rows }) => `${name} (${formatCounted(rows, "row")})`);
  console.log(`Copied ${joinedByAnd(names)} from ${from} to ${to}.`);
  for (const { name, digest } of databases)
    console.log(`The digest of ${name} is ${digest} there and here.`);
  console.log(
    "Not copied: the file key, without which pseudonyms and erased customers are not recognised, and uploads/ still to be read. They stay in the data folder: start the server with the same one, or copy both.",
  );
}
