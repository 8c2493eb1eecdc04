import { Option, type Command } from "commander";
import { casesCodec, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { loadAsOf } from "@/lib/analytics/load/as-of";
import { loadDisplayZone } from "@/lib/analytics/load/display-zone";
import { DomainError } from "@/lib/domain/domain-error";
import { cohortSizeMax } from "@/lib/domain/gate/cohort-change";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { rawParams } from "@/lib/format/address/raw-params";
import { setDisplayZoneSource } from "@/lib/format/format";
import { readCohortCases, type CohortSample } from "@/lib/pages/cohorts/load-candidates";
import { makeCohort } from "@/lib/pipeline/gate/make-cohort";
import { nowUs } from "@/lib/clock/server";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { requireWorkspace, withWorkspace } from "@/lib/pipeline/worker/workspace";
import { settle } from "../settle";
import { workspaceOption } from "../workspace-option";
import { auditCohort, printVersion, readCohortName } from "./cohort-name";
import { readIds } from "./read-ids";

type MakeOptions = {
  readonly workspace: WorkspaceName;
  readonly name: string;
  readonly cases?: string;
  readonly filter?: string;
  readonly sample?: string;
  readonly seed: string;
  readonly by: CohortSample["by"];
  readonly crossing?: string;
};

const help = `
  throughline cohort make --name golden-200 --filter "period=90d&type=refund" --sample 200 --seed 7 --by strata
  throughline cohort make --name regressions --cases ids.txt`;

/** `throughline cohort make`: makes a cohort of production cases. */
export function addMake(cohort: Command): void {
  cohort
    .command("make")
    .description("make a cohort, or its next version, of stored cases")
    .requiredOption("--name <name>", "the cohort's name, such as golden-200")
    .option("--cases <file>", "the ids of its cases, one a line")
    .option("--filter <query>", 'the cases of a list, as in its address: "period=90d&type=refund"')
    .option("--sample <size>", "draw so many of the filter's cases; else all of them")
    .option("--seed <number>", "the same seed draws the same of the same cases", "1")
    .addOption(
      new Option("--by <how>", "draw of each stratum in proportion, or more of high risk")
        .choices(["strata", "risk"])
        .default("strata"),
    )
    .option("--crossing <percent>", "the share that should go over two channels or more")
    .addOption(workspaceOption)
    .addHelpText("after", help)
    .action(make);
}

async function make(options: MakeOptions): Promise<void> {
  const name = readCohortName(options.name);
  const { cases, filter, workspace } = options;
  if ((cases === undefined) === (filter === undefined)) {
    throw new DomainError(
      "invalid-input",
      "Give either --cases or --filter; throughline cohort make --help shows an example.",
    );
  }
  if (filter === undefined && (options.sample ?? options.crossing) !== undefined) {
    throw new DomainError(
      "invalid-input",
      "--sample and --crossing draw of --filter; leave them out.",
    );
  }
  const ids = cases === undefined ? null : readIds(cases);
  const query = readFilter(filter ?? "");
  const sample = readSample(options);
  await requireWorkspace(workspace);
  await withWorkspace(workspace, async (db) => {
    await settle(db);
    const path = workspacePath(workspace);
    const zone = await loadDisplayZone(path);
    setDisplayZoneSource(() => zone);
    const chosen =
      ids === null
        ? await readCohortCases({ path, scope: null }, query, await loadAsOf(path, nowUs()), sample)
        : { caseIds: ids, origin: { kind: "ids" } as const };
    if (chosen.caseIds.length === 0) {
      throw new DomainError("not-found", "The filter leaves no case with a customer in it.");
    }
    const made = await makeCohort(db, { name, ...chosen }, nowUs());
    await auditCohort(workspace, "cohort-made", made);
    printVersion(made);
  });
}

/** @throws DomainError for what a list's address does not have */
function readFilter(filter: string): CasesQuery {
  const { query, dropped } = casesCodec.parse(rawParams(filter));
  if (dropped.length === 0) return query;
  const names = [...new Set(dropped.map(({ name }) => name))].join(", ");
  throw new DomainError(
    "invalid-input",
    `--filter has what the list of cases does not read: ${names}; copy the part after ? of the list's address.`,
  );
}

function readSample({ sample, seed, by, crossing }: MakeOptions): CohortSample | null {
  if (sample === undefined) return null;
  return {
    by,
    size: readNumber("--sample", sample, 1, cohortSizeMax),
    seed: readNumber("--seed", seed, 0, 2 ** 32 - 1),
    crossing: crossing === undefined ? null : readNumber("--crossing", crossing, 0, 100),
  };
}

function readNumber(option: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (/^\d+$/u.test(text) && value >= min && value <= max) return value;
  throw new DomainError(
    "invalid-input",
    `${option} is ${text}; give a whole number from ${String(min)} to ${String(max)}.`,
  );
}
