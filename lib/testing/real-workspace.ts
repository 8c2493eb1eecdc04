import { readFileSync } from "node:fs";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { locationIn } from "./postgres/folder-database";
import { sharedPath } from "./shared-data";
import { withTestWorkspace, type TestWorkspace } from "./test-workspace";
import { workspaceOfRun } from "./workspace-of-run";

/**
 * Runs a function in a workspace with the real export's spans, not derived.
 * @returns null if the export is not next to the checkout
 */
export async function withRealExport<Result>(
  run: (workspace: TestWorkspace) => Promise<Result>,
): Promise<Result | null> {
  const copyOf = await spansFolder();
  return copyOf === null ? null : withTestWorkspace(run, { copyOf });
}

/**
 * The real export, derived, with access to all cases: shared by all tests of a run, read only.
 * @returns null if the export is not next to the checkout
 */
export async function realWorkspace(): Promise<SeenWorkspace | null> {
  const copyOf = await spansFolder();
  if (copyOf === null) return null;
  const folder = await workspaceOfRun("real-derived", ({ derive }) => derive(), { copyOf });
  return { path: locationIn(folder, "main"), scope: null };
}

/** The data folder of a workspace with the export's spans, shared by all tests of a run. */
async function spansFolder(): Promise<string | null> {
  const path = sharedPath("data/ingest/real-cases.otlp.jsonl.gz");
  if (path === null) return null;
  return workspaceOfRun("real", ({ ingest }) => ingest(readFileSync(path)));
}
