import { Readable } from "node:stream";
import type { Command } from "commander";
import { demoExport } from "@/lib/demo/demo-export";
import { demoSettings } from "@/lib/demo/demo-settings";
import { demoCohort, demoReplays } from "@/lib/demo/replays/demo-replays";
import type { OtlpRequest } from "@/lib/demo/write/otlp";
import { DomainError } from "@/lib/domain/domain-error";
import { storeCohort } from "@/lib/pipeline/gate/store-cohort";
import { adoptSettings } from "@/lib/pipeline/settings/adopt-settings";
import { nowUs } from "@/lib/clock/server";
import { dataFolder, workspacePath } from "@/lib/pipeline/worker/data-folder";
import type { Input } from "@/lib/pipeline/intake/ingest-file";
import { ingestInputs } from "@/lib/pipeline/intake/ingest-inputs";
import { withWorkspace } from "@/lib/pipeline/worker/workspace";
import { readDemoPlan, writeDemoPlan, type DemoPlan } from "./demo-plan";
import { createProgress } from "./progress";
import { readInstant } from "./read-instant";

type DemoOptions = { readonly end?: string; readonly json?: true };

const seed = 7;
const hourUs = 3_600_000_000;

/** `throughline demo`: fills the demo workspace with generated cases, once. */
export function addDemo(program: Command): void {
  program
    .command("demo")
    .description(
      "fill the demo workspace with half a year of made-up cases and a cohort with two runs, once",
    )
    .option("--end <instant>", "where its history ends, RFC 3339 (default: now, at the first run)")
    .option("--json", "print one JSON object")
    .action(async ({ end, json }: DemoOptions) => {
      const before = readDemoPlan(dataFolder());
      const plan = before ?? newPlan(end);
      if (before !== null && end !== undefined && readInstant(end) !== before.endUs) {
        throw new DomainError(
          "invalid-input",
          `The demo ends at ${rfc3339(before.endUs)}; remove demo.json and demo.db to make another.`,
        );
      }
      const cases = plan.isComplete ? 0 : await makeDemo(plan);
      const summary = { workspace: "demo", end: rfc3339(plan.endUs), cases };
      if (json) console.log(JSON.stringify(summary));
      else if (cases === 0) console.log(`The demo workspace is there; it ends at ${summary.end}.`);
      else console.log(`The demo workspace has ${String(cases)} cases; it ends at ${summary.end}.`);
    });
}

function newPlan(end: string | undefined): DemoPlan {
  const endUs = end === undefined ? Math.floor(nowUs() / hourUs) * hourUs : readInstant(end);
  return { seed, endUs, isComplete: false };
}

/**
 * Ingests the demo like any data.
 * @returns the number of derived cases
 */
async function makeDemo(plan: DemoPlan): Promise<number> {
  console.error("Making the demo workspace: half a year of made-up cases …");
  workspacePath("demo");
  writeDemoPlan(dataFolder(), plan);
  const { requests, crmCsv } = demoExport(plan);
  const replays = demoReplays(plan);
  const { cases } = await withWorkspace("demo", async (db) => {
    await adoptSettings(db, demoSettings(plan));
    const origin = { kind: "import", file: "the demo" } as const;
    const cohort = { name: demoCohort, items: replays.items, origin };
    const { sha256 } = await storeCohort(db, cohort, plan.endUs - 9 * 24 * hourUs);
    const inputs = [
      input("demo traces", linesOf(requests)),
      input("demo CRM cases", [crmCsv]),
      input("demo replays", linesOf(replays.requestsOf(sha256))),
    ];
    return ingestInputs(db, inputs, createProgress);
  });
  writeDemoPlan(dataFolder(), { ...plan, isComplete: true });
  return cases;
}

function linesOf(requests: readonly OtlpRequest[]): readonly string[] {
  return requests.map((request) => `${JSON.stringify(request)}\n`);
}

function input(name: string, parts: readonly string[]): Input {
  const chunks = parts.map((part) => Buffer.from(part));
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return { name, bytes, open: () => Readable.from(chunks) };
}

function rfc3339(atUs: number): string {
  return new Date(atUs / 1000).toISOString();
}
