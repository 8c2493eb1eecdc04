import { demoExport, type DemoSeed } from "@/lib/demo/demo-export";
import { writeDemoPlan } from "@/lib/commands/demo-plan";
import { demoSettings } from "@/lib/demo/demo-settings";
import { adoptSettings } from "@/lib/pipeline/settings/adopt-settings";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import type { Database } from "@/lib/store/port";
import { openReader } from "@/lib/store/open-database";
import { locationIn } from "./postgres/folder-database";
import { withTestWorkspace, type TestWorkspace } from "./test-workspace";
import { workspaceOfRun } from "./workspace-of-run";

/** Seed of the tests' demo; it ends at 2026-11-18T12:00:00Z. */
export const demoSeed: DemoSeed = { seed: 7, endUs: 1_795_003_200_000_000 };

export type DemoWorkspace = {
  readonly db: Database;
  /** With access to all cases. */
  readonly seen: SeenWorkspace;
};

/** By location: a process runs tests of both engines. */
const opened = new Map<string, DemoWorkspace>();

/** The derived demo workspace with its settings, shared by all tests of a run; read only. */
export async function demoWorkspace(): Promise<DemoWorkspace> {
  const path = locationIn(await demoFolder(), "main");
  const known = opened.get(path) ?? { db: openReader(path), seen: { path, scope: null } };
  opened.set(path, known);
  return known;
}

/** A copy of the demo workspace, to derive again in as well. */
export type DemoCopy = DemoWorkspace & Pick<TestWorkspace, "maskAnswer">;

/** Runs a function in a writable copy of the demo workspace. */
export async function withDemoCopy<Result>(
  run: (workspace: DemoCopy) => Promise<Result>,
): Promise<Result> {
  return withTestWorkspace(
    ({ db, folder, maskAnswer }) =>
      run({ db, maskAnswer, seen: { path: locationIn(folder, "main"), scope: null } }),
    { copyOf: await demoFolder() },
  );
}

/** The data folder of the demo workspace; it has a file beside what the run's engine has. */
export function demoFolder(): Promise<string> {
  return workspaceOfRun("demo", fillWithDemo, { nowUs: demoSeed.endUs });
}

async function fillWithDemo({
  db,
  folder,
  ingest,
  ingestRequests,
  derive,
}: TestWorkspace): Promise<unknown> {
  // As of a demo that was cut short before its replays.
  writeDemoPlan(folder, { ...demoSeed, isComplete: false });
  const { requests, crmCsv } = demoExport(demoSeed);
  await adoptSettings(db, demoSettings(demoSeed));
  await ingestRequests(requests);
  await ingest(crmCsv);
  return derive();
}
