import type { Command } from "commander";
import { formatCount, formatCounted } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import { copyData, type Copied, type CopyStep } from "@/lib/pipeline/copy/copy-data";
import { readPlace } from "@/lib/pipeline/copy/place";
import { onInterrupt } from "./on-interrupt";
import { createSteps, describeStep } from "../progress";

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
      const copied = await copyWithProgress(places);
      if (json) console.log(JSON.stringify(copied));
      else printCopied(copied);
    });
}

/** Says on standard error how far it is, where it goes on, and when it is interrupted what to do. */
async function copyWithProgress(places: Parameters<typeof copyData>[0]): Promise<Copied> {
  const steps = createSteps();
  const say = (sentence: string) => {
    steps.done();
    console.error(sentence);
  };
  let last: CopyStep | null = null;
  const stopListening = onInterrupt(() => {
    const where = last === null ? "" : ` (${describeStep(last)})`;
    say(
      `Interrupted${where}. Run the same command again: it goes on from what is copied, and until it is done nothing opens the target.`,
    );
  });
  try {
    return await copyData(places, {
      onStep: (step) => {
        last = step;
        steps.update(step);
      },
      onResumed: (done, total) =>
        say(
          `Goes on where the copy was interrupted: ${formatCount(done)} of ${formatCounted(total, "row")} are there.`,
        ),
      onAnew: () => say("The source changed since the copy was interrupted: it begins anew."),
    });
  } finally {
    stopListening();
    steps.done();
  }
}

function printCopied({ from, to, databases }: Copied): void {
  const names = databases.map(({ name, rows }) => `${name} (${formatCounted(rows, "row")})`);
  console.log(`Copied ${joinedByAnd(names)} from ${from} to ${to}.`);
  for (const { name, digest } of databases)
    console.log(`The digest of all rows of ${name} is ${digest} there and here.`);
  console.log(
    "Not copied: the file key, without which pseudonyms and erased customers are not recognised, session-key, without which everybody signs in again, and uploads/ still to be read. They stay in the data folder: start the server with the same one, or copy all three.",
  );
}
