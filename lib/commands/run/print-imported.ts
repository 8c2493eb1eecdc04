import type { StoredCohort } from "@/lib/domain/gate/stored-cohort";
import { formatCount, formatCounted } from "@/lib/format/format";
import type { RunImported } from "@/lib/pipeline/gate/import-run";

const shownMax = 10;

/** Prints what came of a run, what was refused, and which items have no replay. */
export function printImported(
  run: string,
  cohort: Pick<StoredCohort, "name" | "items"> | null,
  imported: RunImported,
  print: (line: string) => void,
): void {
  const { items, replays, accepted, duplicate, rejects, records } = imported;
  const { refused, missing, joined } = imported;
  const of = cohort === null ? "" : ` of the ${formatCount(cohort.items.length)} of ${cohort.name}`;
  print(
    `${run}: ${formatCounted(items, "item")}${of}, ${formatCounted(replays, "replay")}; ${formatCounted(accepted, "span")} accepted, ${formatCount(duplicate)} duplicate.`,
  );
  if (joined > 0) {
    const was = joined === 1 ? "was recognised by its" : "were recognised by their";
    print(`${formatCounted(joined, "item")} ${was} scenario, persona and situation.`);
  }
  if (records > 0) {
    print(`${formatCounted(records, "CRM record")} left out: they are of production.`);
  }
  if (refused.length > 0) {
    print(
      `${formatCounted(refused.length, "trace")} refused, of which nothing is stored; declare throughline.cohort.item on them, or name their items with --map:`,
    );
    list(
      refused.map(({ traceId, why }) => `trace ${traceId} ${why}`),
      print,
    );
  }
  if (rejects.length > 0) {
    print(`${formatCounted(rejects.length, "place")} could not be read:`);
    list(
      rejects.map(({ place, reason }) => `${place}: ${reason}`),
      print,
    );
  }
  if (missing.length > 0) {
    print(`${formatCounted(missing.length, "item")} without a replay:`);
    list(
      missing.map(({ item, why }) => `${item}: ${why}`),
      print,
    );
  }
}

/** Prints the first lines of a list, and how many more there are. */
export function list(lines: readonly string[], print: (line: string) => void): void {
  for (const line of lines.slice(0, shownMax)) print(`  ${line}`);
  if (lines.length > shownMax) print(`  and ${formatCount(lines.length - shownMax)} more`);
}
