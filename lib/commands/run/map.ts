import type { Command } from "commander";
import { DomainError } from "@/lib/domain/domain-error";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { formatCount, formatCounted } from "@/lib/format/format";
import { readMapping } from "@/lib/gate/read/read-mapping";
import { findCohort, listRuns } from "@/lib/pipeline/gate/find-stored";
import { mapRun } from "@/lib/pipeline/gate/map-run";
import { nowUs } from "@/lib/clock/server";
import { requireWorkspace, withWorkspace } from "@/lib/pipeline/worker/workspace";
import { auditCommand } from "../audit-command";
import { readGateFile } from "../gate/read-gate-file";
import { settle } from "../settle";
import { workspaceOption } from "../workspace-option";
import { readName } from "./read-name";
import { list } from "./print-imported";

type MapOptions = {
  readonly workspace: WorkspaceName;
  readonly cohort: string;
  readonly map: string;
  readonly release?: string;
};

const help = `
A simulator in the cloud sends the traces of its calls itself: fi.simulator.test_execution_id is their run and
fi.simulator.call_execution_id their item. The mapping says which item of the cohort each call is; it is what the
platform exports of the run (CSV with ID and Scenario, or its JSON), if each scenario is one item, or a table:
    id,item,repeat
    770e8400-e29b-41d4-a716-446655440002,refund-017,1

  throughline run map 660e8400-e29b-41d4-a716-446655440001 --release v15 --cohort golden-200 --map calls.csv
  throughline gate --cohort golden-200 --candidate v15 --baseline v14 --min 0.78`;

/** `throughline run map`: joins replays that were sent to a cohort's items. */
export function addMap(run: Command): void {
  run
    .command("map")
    .description("say which items of a cohort the replays of a run are that was sent")
    .argument("<run>", "its name, such as the simulator's test execution id")
    .requiredOption("--cohort <cohort>", "the stored cohort: name, name@version or hash")
    .requiredOption("--map <file>", "which item each call is, CSV or the platform's export")
    .option("--release <release>", "what was replayed, such as v15; else as its traces say")
    .addOption(workspaceOption)
    .addHelpText("after", help)
    .action(mapStored);
}

async function mapStored(run: string, options: MapOptions): Promise<void> {
  const mapping = readMapping(readGateFile(options.map));
  const stated = options.release === undefined ? null : readName("--release", options.release);
  await requireWorkspace(options.workspace);
  await withWorkspace(options.workspace, async (db) => {
    await settle(db);
    const head = (await listRuns(db)).find((each) => each.run === run);
    if (head === undefined) {
      throw new DomainError(
        "not-found",
        `There is no run "${run}"; throughline run list shows them.`,
      );
    }
    const cohort = await findCohort(db, options.cohort);
    const release = stated ?? onlyRelease(run, head.releases);
    const given = { run, release, cohort, mapping };
    const { joined, items, refused } = await mapRun(db, given, nowUs(), () => settle(db));
    const after = { kind: "run-mapped", release, cohort: cohort.sha256, joined };
    await auditCommand(options.workspace, { action: "run-changed", target: run, after });
    console.log(
      `${run}: ${formatCounted(joined, "item")} joined; ${formatCount(items)} of the ${formatCount(cohort.items.length)} of ${cohort.name} have a replay.`,
    );
    if (refused.length === 0) return;
    console.log(`${formatCounted(refused.length, "item")} of its traces left as they are:`);
    list(
      refused.map(({ named, why }) => `${named} ${why}`),
      (line) => {
        console.log(line);
      },
    );
    process.exitCode = 1;
  });
}

function onlyRelease(run: string, releases: readonly string[]): string {
  const [release] = releases;
  if (release !== undefined && releases.length === 1) return release;
  throw new DomainError(
    "invalid-input",
    `The traces of ${run} name ${releases.length === 0 ? "no release" : `several releases (${releases.join(", ")})`}; give it with --release.`,
  );
}
