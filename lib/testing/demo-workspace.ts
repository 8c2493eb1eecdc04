import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { demoExport, type DemoSeed } from "@/lib/demo/demo-export";
import { demoSettings } from "@/lib/demo/demo-settings";
import { adoptSettings } from "@/lib/pipeline/settings/adopt-settings";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { openReader, openWriter, type Database } from "@/lib/store/database";
import { withTestWorkspace } from "./test-workspace";

/** What the tests' demo is made from; it ends at 2026-11-18T12:00:00Z. */
export const demoSeed: DemoSeed = { seed: 7, endUs: 1_795_003_200_000_000 };

export type DemoWorkspace = {
  readonly db: Database;
  /** As somebody who may see everything sees it. */
  readonly seen: SeenWorkspace;
};

let shared: Promise<DemoWorkspace> | undefined;

/**
 * The demo's workspace with its settings, derived: one for all tests of a run, to read from.
 * Whoever asks first makes it.
 */
export function demoWorkspace(): Promise<DemoWorkspace> {
  shared ??= ensureDemo().then((folder) => {
    const path = workspacePath("main", folder);
    return { db: openReader(path), seen: { path, scope: null } };
  });
  return shared;
}

/** Runs something in a copy of the demo's workspace, to write to. */
export async function withDemoCopy<Result>(
  run: (workspace: DemoWorkspace) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-"));
  cpSync(await ensureDemo(), folder, { recursive: true });
  const path = workspacePath("main", folder);
  const db = await openWriter(path);
  try {
    return await run({ db, seen: { path, scope: null } });
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the demo's data folder where no process of this run has; the others wait for it. @returns its path */
async function ensureDemo(): Promise<string> {
  const folder = join(process.env["THROUGHLINE_TEST_RUN"] ?? "", "demo");
  const lock = `${folder}.lock`;
  while (!existsSync(folder)) {
    const isMaker = mkdirSync(lock, { recursive: true }) !== undefined;
    if (!isMaker) await wait(100);
    else await makeDemo(folder).finally(() => rmSync(lock, { recursive: true }));
  }
  return folder;
}

function makeDemo(target: string): Promise<void> {
  return withTestWorkspace(
    async ({ db, folder, ingest, ingestRequests, derive }) => {
      const { requests, crmCsv } = demoExport(demoSeed);
      await adoptSettings(db, demoSettings(demoSeed));
      await ingestRequests(requests);
      await ingest(crmCsv);
      await derive();
      const draft = `${target}.draft`;
      cpSync(folder, draft, { recursive: true });
      // Whoever opens a file alone and closes it leaves no log beside it.
      (await openWriter(workspacePath("main", draft))).close();
      renameSync(draft, target);
    },
    { nowUs: demoSeed.endUs },
  );
}
